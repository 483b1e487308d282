//! Every way of leaving the accepted subset is refused, with the place, the reason, and the way back.
//!
//! Each case is one change to the small spec and all the problems that come of it: one that drags
//! further ones along would send a person to the wrong place.

mod bodies;
mod boxed;
mod calls;
mod conditions;
mod construction;
mod documents;
mod head;
mod names;
mod numbers;
mod operations;
mod paging;
mod parameters;
mod references;
mod responses;
mod schemas;
mod setters;
mod shapes;
mod shared_types;
mod unions;

use github_secret_scanning_codegen::{Problem, generate};

use crate::small_spec::{Change, changed};

/// A change, and what is found wrong because of it.
struct Broken<'c> {
    change: &'static str,
    changes: &'c [Change],
    found: &'c [Found],
}

/// One problem; where `file` or `subject` is empty, the problem has none.
struct Found {
    file: &'static str,
    subject: &'static str,
    /// May begin with the abbreviation of an operation.
    pointer: &'static str,
    /// A part of it.
    what: &'static str,
}

const ABBREVIATIONS: &[(&str, &str)] = &[
    ("<list>", "/paths/~1repos~1{owner}~1{repo}~1keys/get"),
    ("<get>", "/paths/~1repos~1{owner}~1{repo}~1keys~1{key_number}/get"),
    ("<update>", "/paths/~1repos~1{owner}~1{repo}~1keys~1{key_number}/patch"),
];

const fn broken<'c>(change: &'static str, changes: &'c [Change], found: &'c [Found]) -> Broken<'c> {
    Broken { change, changes, found }
}

const fn found(
    file: &'static str,
    subject: &'static str,
    pointer: &'static str,
    what: &'static str,
) -> Found {
    Found { file, subject, pointer, what }
}

impl Found {
    fn is(&self, problem: &Problem) -> bool {
        let some = |text: &'static str| Some(text).filter(|text| !text.is_empty());
        let pointer = ABBREVIATIONS
            .iter()
            .fold(self.pointer.to_owned(), |pointer, (short, long)| pointer.replace(short, long));
        problem.file.as_deref() == some(self.file)
            && problem.subject.as_deref() == some(self.subject)
            && problem.pointer == pointer
            && problem.what.contains(self.what)
    }
}

/// Fails with all the cases that come out otherwise.
fn assert_refused(cases: &[Broken]) {
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} of {} cases:\n\n{}", failures.len(), cases.len(), failures.join("\n\n"));
}

fn failure(case: &Broken) -> Option<String> {
    let Err(problems) = generate(&changed(case.changes)) else {
        return Some(format!("{}: it was generated from", case.change));
    };
    let problems: Vec<&Problem> = problems.iter().collect();
    let as_expected = problems.len() == case.found.len()
        && case.found.iter().all(|found| problems.iter().any(|problem| found.is(problem)))
        && problems.iter().all(|problem| case.found.iter().any(|found| found.is(problem)));
    let helped =
        problems.iter().all(|problem| !problem.help.trim().is_empty() && !problem.help.contains('\n'));
    let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
    (!as_expected || !helped).then(|| format!("{}:\n{}", case.change, texts.join("\n")))
}
