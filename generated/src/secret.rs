//! A detected secret, which only an explicit call reveals.

use std::cell::Cell;
use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The replacement of a secret in `Debug` and in serialised output.
const REDACTED: &str = "[redacted]";

thread_local! {
    static EXPOSED: Cell<bool> = const { Cell::new(false) };
}

/// A secret that GitHub detected; a property with `format: password` in the spec.
///
/// `Debug` and serialised output contain `[redacted]`; there is no `Display`. [`Secret::expose`]
/// returns its text, and [`expose_secrets`] serialises it. Its memory is zeroed on drop.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Returns the plain text.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if EXPOSED.get() { self.expose() } else { REDACTED })
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// Runs `write`, in which serialisation on this thread writes secrets in plain text.
///
/// No other way serialises a detected secret. `Debug` stays redacted.
///
/// ```
/// use github_secret_scanning_generated::{Secret, expose_secrets};
///
/// let secret = Secret::from("hunter2");
/// assert_eq!(serde_json::to_string(&secret)?, r#""[redacted]""#);
/// assert_eq!(expose_secrets(|| serde_json::to_string(&secret))?, r#""hunter2""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn expose_secrets<T>(write: impl FnOnce() -> T) -> T {
    // Dropped on every way out, a panic in `write` included, so that nothing later on this
    // thread writes a secret by accident.
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            EXPOSED.set(self.0);
        }
    }
    let _restore = Restore(EXPOSED.replace(true));
    write()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_while_secrets_are_exposed_hides_them_again() {
        let caught = std::panic::catch_unwind(|| expose_secrets(|| panic!("as planned")));
        assert!(caught.is_err());
        assert_eq!(serde_json::to_value(Secret::from("hunter2")).ok(), Some("[redacted]".into()));
    }

    #[test]
    fn an_inner_exposure_does_not_end_the_outer_one() {
        let text = expose_secrets(|| {
            expose_secrets(|| ());
            serde_json::to_string(&Secret::from("hunter2"))
        });
        assert_eq!(text.ok().as_deref(), Some(r#""hunter2""#));
    }

    #[test]
    fn exposure_stays_on_its_own_thread() {
        let elsewhere = expose_secrets(|| {
            std::thread::spawn(|| serde_json::to_string(&Secret::from("hunter2")).ok()).join()
        });
        assert_eq!(elsewhere.ok().flatten().as_deref(), Some(r#""[redacted]""#));
    }

    #[test]
    fn debug_is_redacted_even_while_secrets_are_exposed() {
        let text = expose_secrets(|| format!("{:?} {:#?}", Secret::from("hunter2"), Secret::from("hunter2")));
        assert_eq!(text, "[redacted] [redacted]");
    }
}
