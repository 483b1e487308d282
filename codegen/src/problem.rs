//! Problems of a spec, each with its position and a remedy.

use std::fmt;

/// One problem, with its position and a remedy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file under `spec/`; `None` if the problem is not in a single file.
    pub file: Option<String>,
    /// The operation, schema or parameter that it concerns.
    pub subject: Option<String>,
    /// The JSON pointer (RFC 6901) into the merged document; empty for the document itself.
    pub pointer: String,
    /// What is wrong.
    pub what: String,
    /// One line of what to do.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "spec/{file}: ")?,
            None => f.write_str("spec: ")?,
        }
        if let Some(subject) = &self.subject {
            write!(f, "{subject}: ")?;
        }
        f.write_str(&self.what)?;
        if !self.pointer.is_empty() {
            write!(f, "\n  at {}", self.pointer)?;
        }
        write!(f, "\n  help: {}", self.help)
    }
}

/// Everything that is wrong with a spec; at least one problem, in the order of files and pointers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The problems, sorted; `Ok` where there is none.
    pub(crate) fn none_in(mut found: Vec<Problem>) -> Result<(), Self> {
        found.sort();
        found.dedup();
        if found.is_empty() { Ok(()) } else { Err(Self(found)) }
    }

    /// Each problem in turn.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_file_its_subject_its_pointer_and_the_way_out() {
        let problem = Problem {
            file: Some("alerts.yaml".into()),
            subject: Some("operation `a/b`".into()),
            pointer: "/paths/~1a/get".into(),
            what: "it has no summary".into(),
            help: "write one".into(),
        };
        assert_eq!(
            problem.to_string(),
            "spec/alerts.yaml: operation `a/b`: it has no summary\n  at /paths/~1a/get\n  help: write one"
        );
    }

    #[test]
    fn no_problem_is_no_error() {
        assert_eq!(Problems::none_in(Vec::new()), Ok(()));
    }
}
