//! A case: a name that is a sentence, and what happens in it.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::runtime::Builder;

use super::transcript::Transcript;
use super::world::World;

/// No case takes longer than this; on a machine that is not overloaded, none takes two seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// One case. It is a test of its own, and a part of the leak test.
pub(crate) struct Case {
    pub name: &'static str,
    run: fn(World) -> BoxFuture<'static, ()>,
}

/// What came of a case.
pub(crate) struct Played {
    pub printed: String,
    /// Every credential that a server saw.
    pub tokens: Vec<String>,
    outcome: std::thread::Result<()>,
}

impl Case {
    pub(crate) const fn new(name: &'static str, run: fn(World) -> BoxFuture<'static, ()>) -> Self {
        Self { name, run }
    }

    /// Runs it on a runtime of its own, which has one thread, so that its clock can tell when
    /// nothing is going on.
    pub(crate) fn play(&self) -> Played {
        let transcript = Transcript::begin();
        let on_start = transcript.clone();
        let runtime = Builder::new_current_thread()
            .enable_all()
            .on_thread_start(move || on_start.write_here())
            .build()
            .unwrap();
        let (world, outcome) = {
            let _guard = runtime.enter();
            let world = World::new(transcript.clone());
            let run = (self.run)(world.clone());
            let whole = async { tokio::time::timeout(PATIENCE, run).await.expect("the case came to an end") };
            (world, catch_unwind(AssertUnwindSafe(|| runtime.block_on(whole))))
        };
        runtime.shutdown_timeout(Duration::from_secs(1));
        Played { printed: transcript.text(), tokens: world.tokens(), outcome }
    }
}

impl Played {
    /// Fails as the case did.
    pub(crate) fn check(self) {
        if let Err(panic) = self.outcome {
            resume_unwind(panic);
        }
    }
}

/// Lists the cases of a module: makes each a test, and all of them `CASES`.
macro_rules! cases {
    ($($name:ident),* $(,)?) => {
        pub(crate) const CASES: &[$crate::support::Case] = &[$(
            $crate::support::Case::new(
                concat!(module_path!(), "::", stringify!($name)),
                |world| Box::pin($name(world)),
            )
        ),*];

        mod case {$(
            #[test]
            fn $name() {
                let name = concat!("::", stringify!($name));
                let case = super::CASES.iter().find(|case| case.name.ends_with(name));
                case.unwrap().play().check();
            }
        )*}
    };
}
pub(crate) use cases;
