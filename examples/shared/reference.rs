//! A number as people write it: `3`, `#3` or `widgets#3`.

use std::str::FromStr;

use github_secret_scanning::Repo;

use crate::ending::Failure;
use crate::scope::Scope;

#[derive(Clone, Debug)]
pub(crate) struct Reference {
    pub(crate) repo: Option<String>,
    pub(crate) number: u64,
}

impl FromStr for Reference {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (repo, number) = text.rsplit_once('#').unwrap_or(("", text));
        // The owner is known, and may be written all the same.
        let repo = repo.rsplit_once('/').map_or(repo, |(_, name)| name);
        match number.parse() {
            Ok(number) if number > 0 => {
                Ok(Self { repo: (!repo.is_empty()).then(|| repo.to_owned()), number })
            }
            _ => Err("is not a number such as 3 or widgets#3"),
        }
    }
}

impl Scope {
    /// The repository with this name, which within an organization must be said.
    pub(crate) fn repo(&self, name: Option<&str>) -> Result<Repo, Failure> {
        match (self, name) {
            (Self::Org(org), Some(name)) => Ok(org.client().repo(org.org(), name)?),
            (Self::Org(_), None) => Err("say in which repository, such as widgets#3".into()),
            (Self::Repo(repo), Some(name)) if !repo.repo().eq_ignore_ascii_case(name) => {
                Err(format!("{name} is not the repository that was named").into())
            }
            (Self::Repo(repo), _) => Ok(repo.clone()),
        }
    }
}
