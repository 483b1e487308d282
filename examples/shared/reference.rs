//! A number as people write it: `3`, `#3`, `widgets#3` or `acme/widgets#3`.

use std::str::FromStr;

use github_secret_scanning::Repo;

use crate::asking::ask;
use crate::ending::Failure;
use crate::scope::Scope;

#[derive(Clone, Debug)]
pub(crate) struct Reference {
    owner: Option<String>,
    repo: Option<String>,
    pub(crate) number: u64,
}

impl FromStr for Reference {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (place, number) = text.rsplit_once('#').unwrap_or(("", text));
        let (owner, repo) = match place.split_once('/') {
            Some((owner, repo)) => (Some(owner.to_owned()), Some(repo.to_owned())),
            None => (None, (!place.is_empty()).then(|| place.to_owned())),
        };
        match number.parse() {
            Ok(number) if number > 0 => Ok(Self { owner, repo, number }),
            _ => Err("is not a number such as 3 or widgets#3"),
        }
    }
}

impl Scope {
    /// The repository that is meant, which within an organization must be said.
    pub(crate) fn repo(&self, reference: &Reference) -> Result<Repo, Failure> {
        let owner = match self {
            Self::Org(org) => org.login(),
            Self::Repo(repo) => repo.owner(),
        };
        if let Some(other) = reference.owner.as_ref().filter(|other| !other.eq_ignore_ascii_case(owner)) {
            return Err(format!("{other} is not the owner that was named, {owner}").into());
        }
        match (self, &reference.repo) {
            (Self::Org(org), Some(name)) => Ok(org.client().repo(owner, name)?),
            (Self::Org(_), None) => Err("say in which repository, such as widgets#3".into()),
            (Self::Repo(repo), Some(name)) if !repo.name().eq_ignore_ascii_case(name) => {
                Err(format!("{name} is not the repository that was named").into())
            }
            (Self::Repo(repo), _) => Ok(repo.clone()),
        }
    }
}

/// Asks which one of those that are shown, each by the name of its repository and its number; `None` for none.
pub(crate) fn choose(
    question: &str,
    scope: &Scope,
    shown: impl Iterator<Item = (String, u64)>,
) -> Result<Option<(Repo, u64)>, Failure> {
    let Some(answer) = ask(question)? else {
        return Ok(None);
    };
    let mut reference: Reference = answer.parse().map_err(|error| format!("{answer} {error}"))?;
    let number = reference.number;
    let in_org = matches!(scope, Scope::Org(_));
    let is_meant = |repo: &String| {
        !in_org || reference.repo.as_ref().is_none_or(|meant| meant.eq_ignore_ascii_case(repo))
    };
    let mut repos = shown.filter(|(repo, shown)| *shown == number && is_meant(repo)).map(|(repo, _)| repo);
    let found = match (repos.next(), repos.next()) {
        (Some(repo), None) => repo,
        (None, _) => return Err(format!("{answer} is none of those shown above").into()),
        (Some(one), Some(other)) => {
            return Err(format!("there are {one}#{number} and {other}#{number}").into());
        }
    };
    drop(repos);
    if in_org {
        reference.repo = Some(found);
    }
    Ok(Some((scope.repo(&reference)?, number)))
}
