//! The ways in which the server fails, and how often.

use fastrand::Rng;

/// One request in so many fails.
const ONE_IN: u32 = 20;

/// What goes wrong with one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// A refusal with this status; the headers and body that come with it.
    Status(u16, &'static [(&'static str, &'static str)], &'static str),
    /// The connection is reset before a byte of the answer.
    Reset,
    /// The connection is reset in the middle of the body.
    HalfBody,
    /// Nothing is ever answered.
    Silence,
}

/// Every way to fail, with its name in the figures.
pub(crate) const WAYS: [(&str, Trouble); 9] = [
    ("500", Trouble::Status(500, &[], "")),
    ("502 with HTML", Trouble::Status(502, &[("content-type", "text/html")], "<html>502</html>")),
    ("503 with retry-after 0", Trouble::Status(503, &[("retry-after", "0")], "")),
    ("reset before the headers", Trouble::Reset),
    ("reset in the body", Trouble::HalfBody),
    ("silence", Trouble::Silence),
    ("429 with retry-after 0", Trouble::Status(429, &[("retry-after", "0")], "")),
    (
        "403 with retry-after 0",
        Trouble::Status(403, &[("retry-after", "0")], r#"{"message":"secondary rate limit"}"#),
    ),
    ("429 with retry-after 1", Trouble::Status(429, &[("retry-after", "1")], "")),
];

/// How many chances each way has: those that take time are rare, or it would take hours.
const CHANCES: [u32; WAYS.len()] = [40, 40, 40, 40, 40, 5, 40, 40, 1];

/// What the server does with a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fate {
    /// The index of the way in which it fails, if it does.
    pub(crate) way: Option<usize>,
    /// Whether a write takes effect all the same.
    pub(crate) acts: bool,
}

impl Fate {
    /// The same for the same request in every run.
    pub(crate) fn of(nth: u64) -> Self {
        let mut dice = Rng::with_seed(nth);
        if dice.u32(..ONE_IN) > 0 {
            return Self { way: None, acts: true };
        }
        let mut chance = dice.u32(..CHANCES.iter().sum::<u32>());
        let way = CHANCES.iter().position(|chances| match chance.checked_sub(*chances) {
            Some(left) => {
                chance = left;
                false
            }
            None => true,
        });
        let acts = match way.map(|way| WAYS[way].1) {
            // A limit refuses; half of an answer is one that is known.
            Some(Trouble::Status(403 | 429, ..)) => false,
            Some(Trouble::HalfBody) | None => true,
            Some(_) => dice.bool(),
        };
        Self { way, acts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_in_twenty_fails_and_every_way_comes_up() {
        let mut ways = [0u32; WAYS.len()];
        (0..100_000).filter_map(|nth| Fate::of(nth).way).for_each(|way| ways[way] += 1);
        assert!((4_500..5_500).contains(&ways.iter().sum::<u32>()), "{ways:?}");
        assert!(ways.iter().all(|times| *times > 0), "{ways:?}");
    }

    #[test]
    fn a_request_that_is_refused_for_a_limit_never_takes_effect() {
        let limited = |fate: &Fate| fate.way.is_some_and(|way| WAYS[way].0.starts_with("4"));
        assert!((0..100_000).map(Fate::of).filter(limited).all(|fate| !fate.acts));
    }
}
