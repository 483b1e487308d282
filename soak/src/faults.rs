//! The faults of the server, and their frequency.

use fastrand::Rng;

/// One request in this many fails.
const ONE_IN: u32 = 20;

/// The fault of one response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// An error response: status, headers and body.
    Status(u16, &'static [(&'static str, &'static str)], &'static str),
    /// The connection is reset before the response.
    Reset,
    /// The connection is reset within the body.
    HalfBody,
    /// There is no response.
    Silence,
}

/// All faults, with their names in the report.
pub(crate) const FAULTS: [(&str, Fault); 9] = [
    ("500", Fault::Status(500, &[], "")),
    ("502 with HTML", Fault::Status(502, &[("content-type", "text/html")], "<html>502</html>")),
    ("503 with retry-after 0", Fault::Status(503, &[("retry-after", "0")], "")),
    ("reset before the headers", Fault::Reset),
    ("reset in the body", Fault::HalfBody),
    ("silence", Fault::Silence),
    ("429 with retry-after 0", Fault::Status(429, &[("retry-after", "0")], "")),
    (
        "403 with retry-after 0",
        Fault::Status(403, &[("retry-after", "0")], r#"{"message":"secondary rate limit"}"#),
    ),
    ("429 with retry-after 1", Fault::Status(429, &[("retry-after", "1")], "")),
];

/// The weight of each fault. Faults that take time are rare, so that a run takes a minute.
const WEIGHTS: [u32; FAULTS.len()] = [40, 40, 40, 40, 40, 5, 40, 40, 1];

/// How the server handles one request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Handling {
    /// The index of the fault in `FAULTS`.
    pub(crate) fault: Option<usize>,
    /// Whether a write is applied.
    pub(crate) applies: bool,
}

impl Handling {
    /// Returns the handling of the nth request, which is the same in every run.
    pub(crate) fn of(nth: u64) -> Self {
        let mut random = Rng::with_seed(nth);
        if random.u32(..ONE_IN) > 0 {
            return Self { fault: None, applies: true };
        }
        let mut number = random.u32(..WEIGHTS.iter().sum::<u32>());
        let fault = WEIGHTS.iter().position(|weight| match number.checked_sub(*weight) {
            Some(left) => {
                number = left;
                false
            }
            None => true,
        });
        let applies = match fault.map(|fault| FAULTS[fault].1) {
            // A rate limit refuses the request; half of a body means that it was applied.
            Some(Fault::Status(403 | 429, ..)) => false,
            Some(Fault::HalfBody) | None => true,
            Some(_) => random.bool(),
        };
        Self { fault, applies }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_in_twenty_requests_fails_and_every_fault_occurs() {
        let mut counts = [0u32; FAULTS.len()];
        (0..100_000).filter_map(|nth| Handling::of(nth).fault).for_each(|fault| counts[fault] += 1);
        assert!((4_500..5_500).contains(&counts.iter().sum::<u32>()), "{counts:?}");
        assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
    }

    #[test]
    fn rate_limited_write_is_not_applied() {
        let limited =
            |handling: &Handling| handling.fault.is_some_and(|fault| FAULTS[fault].0.starts_with("4"));
        assert!((0..100_000).map(Handling::of).filter(limited).all(|handling| !handling.applies));
    }
}
