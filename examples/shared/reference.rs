//! References to alerts and bypass requests: `3`, `#3`, `widgets#3` or `acme/widgets#3`.

use std::str::FromStr;

use github_secret_scanning::Repo;

use crate::exit::Failure;
use crate::prompt::prompt;
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
        let (path, number) = text.rsplit_once('#').unwrap_or(("", text));
        let (owner, repo) = match path.split_once('/') {
            Some((owner, repo)) => (Some(owner.to_owned()), Some(repo.to_owned())),
            None => (None, (!path.is_empty()).then(|| path.to_owned())),
        };
        match number.parse() {
            Ok(number) if number > 0 => Ok(Self { owner, repo, number }),
            _ => Err("is not a valid reference, such as 3 or widgets#3"),
        }
    }
}

impl Scope {
    /// Returns the repository of a reference.
    ///
    /// # Errors
    ///
    /// Fails if it is not in the scope, or if the scope is an organization and the reference has no repository.
    pub(crate) fn repo(&self, reference: &Reference) -> Result<Repo, Failure> {
        let owner = match self {
            Self::Org(org) => org.login(),
            Self::Repo(repo) => repo.owner(),
        };
        if let Some(other) = reference.owner.as_ref().filter(|other| !other.eq_ignore_ascii_case(owner)) {
            return Err(format!("{other} is not the owner in the arguments, {owner}").into());
        }
        match (self, &reference.repo) {
            (Self::Org(org), Some(name)) => Ok(org.client().repo(owner, name)?),
            (Self::Org(_), None) => Err("the repository is missing, such as widgets#3".into()),
            (Self::Repo(repo), Some(name)) if !repo.name().eq_ignore_ascii_case(name) => {
                Err(format!("{name} is not the repository in the arguments").into())
            }
            (Self::Repo(repo), _) => Ok(repo.clone()),
        }
    }
}

/// Prompts for one of `listed`, which are names of repositories with numbers; `None` if the input is empty.
pub(crate) fn choose(
    question: &str,
    scope: &Scope,
    listed: impl Iterator<Item = (String, u64)>,
) -> Result<Option<(Repo, u64)>, Failure> {
    let Some(input) = prompt(question)? else {
        return Ok(None);
    };
    let mut reference: Reference = input.parse().map_err(|error| format!("{input} {error}"))?;
    let number = reference.number;
    let in_org = matches!(scope, Scope::Org(_));
    let matches =
        |repo: &String| !in_org || reference.repo.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(repo));
    let mut repos = listed.filter(|(repo, listed)| *listed == number && matches(repo)).map(|(repo, _)| repo);
    let found = match (repos.next(), repos.next()) {
        (Some(repo), None) => repo,
        (None, _) => return Err(format!("{input} is not in the list").into()),
        (Some(one), Some(other)) => {
            return Err(format!("{input} is ambiguous: {one}#{number} or {other}#{number}").into());
        }
    };
    drop(repos);
    if in_org {
        reference.repo = Some(found);
    }
    Ok(Some((scope.repo(&reference)?, number)))
}
