//! Cases, and a macro that makes tests of them.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::runtime::Builder;

use super::context::Context;
use super::transcript::Transcript;

/// The timeout of a case. On an idle machine none takes two seconds.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A test that the leak test runs too.
pub(crate) struct Case {
    pub name: &'static str,
    test: fn(Context) -> BoxFuture<'static, ()>,
}

/// The result of a case.
pub(crate) struct CaseResult {
    pub output: String,
    /// All credentials that a server received.
    pub tokens: Vec<String>,
    outcome: std::thread::Result<()>,
}

impl Case {
    pub(crate) const fn new(name: &'static str, test: fn(Context) -> BoxFuture<'static, ()>) -> Self {
        Self { name, test }
    }

    pub(crate) fn run(&self) -> CaseResult {
        run(self.test)
    }
}

/// Runs a test on a single-threaded runtime, where the clock detects idleness.
pub(crate) fn run<F: Future<Output = ()>>(test: impl FnOnce(Context) -> F) -> CaseResult {
    let transcript = Transcript::begin();
    let on_start = transcript.clone();
    let runtime = Builder::new_current_thread()
        .enable_all()
        .on_thread_start(move || on_start.record_thread())
        .build()
        .unwrap();
    let (context, outcome) = {
        let _guard = runtime.enter();
        let context = Context::new(transcript.clone());
        let test = test(context.clone());
        let limited = async { tokio::time::timeout(TIMEOUT, test).await.expect("the case timed out") };
        (context, catch_unwind(AssertUnwindSafe(|| runtime.block_on(limited))))
    };
    runtime.shutdown_timeout(Duration::from_secs(1));
    CaseResult { output: transcript.text(), tokens: context.tokens(), outcome }
}

impl CaseResult {
    /// Resumes the panic of the case, if it panicked.
    pub(crate) fn check(self) {
        if let Err(panic) = self.outcome {
            resume_unwind(panic);
        }
    }
}

/// Defines `CASES` of a module, and a test for each case.
macro_rules! cases {
    ($($name:ident),* $(,)?) => {
        pub(crate) const CASES: &[$crate::support::Case] = &[$(
            $crate::support::Case::new(
                concat!(module_path!(), "::", stringify!($name)),
                |context| Box::pin($name(context)),
            )
        ),*];

        mod case {$(
            #[test]
            fn $name() {
                let name = concat!("::", stringify!($name));
                let case = super::CASES.iter().find(|case| case.name.ends_with(name));
                case.unwrap().run().check();
            }
        )*}
    };
}
pub(crate) use cases;
