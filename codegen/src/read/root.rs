//! The scopes of the facade that a path can begin with.

/// A scope that the client creates: what the first segments of a path name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Root {
    Enterprise,
    Org,
    Repo,
}

impl Root {
    pub(crate) const ALL: [Self; 3] = [Self::Enterprise, Self::Org, Self::Repo];

    /// Returns the scope of a path template; `None` for a path of another form.
    pub(super) fn of_path(path: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|root| path.strip_prefix(root.template()).is_some_and(|rest| rest.starts_with('/')))
    }

    /// Returns the scope that is called `variable` in an `x-call`.
    pub(super) fn called(variable: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|root| root.variable() == variable)
    }

    fn template(self) -> &'static str {
        match self {
            Self::Enterprise => "/enterprises/{enterprise}",
            Self::Org => "/orgs/{org}",
            Self::Repo => "/repos/{owner}/{repo}",
        }
    }

    /// Returns the name of the facade's type.
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::Enterprise => "Enterprise",
            Self::Org => "Org",
            Self::Repo => "Repo",
        }
    }

    /// Returns the name of a variable of that type, which an `x-call` begins with.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Org => "org",
            Self::Repo => "repo",
        }
    }

    /// Returns the noun with its article.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Enterprise => "an enterprise",
            Self::Org => "an organization",
            Self::Repo => "a repository",
        }
    }

    /// Returns the path parameters that the scope holds, each with the getter of its value.
    pub(crate) fn parameters(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Enterprise => &[("enterprise", "slug")],
            Self::Org => &[("org", "login")],
            Self::Repo => &[("owner", "owner"), ("repo", "name")],
        }
    }

    /// Returns whether the scope holds the path parameter `name`.
    pub(crate) fn holds(self, name: &str) -> bool {
        self.parameters().iter().any(|(held, _)| *held == name)
    }
}
