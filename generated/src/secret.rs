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
/// returns its text, and [`Exposed`] serialises it. Its memory is zeroed on drop.
///
/// Deserialising `[redacted]` gives a redacted secret, which has no text and is equal to no real
/// secret, so that a stored model is not taken for one that contains its secret.
///
/// ```
/// use github_secret_scanning::Secret;
///
/// let secret = Secret::from("hunter2");
/// assert_eq!(secret.expose(), Some("hunter2"));
///
/// let stored = serde_json::to_string(&secret)?;
/// assert_eq!(stored, r#""[redacted]""#);
///
/// let restored: Secret = serde_json::from_str(&stored)?;
/// assert!(restored.is_redacted());
/// assert_eq!(restored.expose(), None);
/// assert_ne!(restored, secret);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Secret(Option<SecretString>);

impl Secret {
    /// Returns the plain text; `None` if it is [redacted](Self::is_redacted).
    pub fn expose(&self) -> Option<&str> {
        self.0.as_ref().map(ExposeSecret::expose_secret)
    }

    /// Returns whether it was deserialised from output in which it was redacted, so that its text is
    /// not known.
    pub fn is_redacted(&self) -> bool {
        self.0.is_none()
    }
}

impl From<String> for Secret {
    /// The text `[redacted]` gives a redacted secret.
    fn from(text: String) -> Self {
        Self((text != REDACTED).then(|| text.into()))
    }
}

impl From<&str> for Secret {
    /// The text `[redacted]` gives a redacted secret.
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
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
        let exposed = self.expose().filter(|_| EXPOSED.get());
        serializer.serialize_str(exposed.unwrap_or(REDACTED))
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// A reference to a value that serialises with its secrets in plain text.
///
/// It exposes the secrets in the value, and what code that the serializer calls meanwhile serialises on the
/// same thread, such as a writer that logs. There is no other way to serialise a detected secret. `Debug`
/// stays redacted.
///
/// ```
/// use github_secret_scanning::{Exposed, Secret, models::Alert};
///
/// let mut alert = Alert::new(42);
/// alert.secret = Some(Secret::from("hunter2"));
/// assert_eq!(serde_json::to_string(&alert)?, r#"{"number":42,"secret":"[redacted]"}"#);
/// assert_eq!(serde_json::to_string(&Exposed(&alert))?, r#"{"number":42,"secret":"hunter2"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Exposed<'a, T: ?Sized>(pub &'a T);

impl<T: ?Sized> Clone for Exposed<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Exposed<'_, T> {}

impl<T: fmt::Debug + ?Sized> fmt::Debug for Exposed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Exposed").field(&self.0).finish()
    }
}

impl<T: Serialize + ?Sized> Serialize for Exposed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Dropped on every way out, a panic included, so that nothing later on this thread writes a
        // secret by accident.
        struct Restore(bool);
        impl Drop for Restore {
            fn drop(&mut self) {
                EXPOSED.set(self.0);
            }
        }
        let _restore = Restore(EXPOSED.replace(true));
        self.0.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: &impl Serialize) -> String {
        serde_json::to_string(value).unwrap()
    }

    #[test]
    fn a_secret_that_was_serialised_reads_back_as_redacted() {
        let secret = Secret::from("hunter2");
        let restored: Secret = serde_json::from_str(&json(&secret)).unwrap();
        assert!(restored.is_redacted() && !secret.is_redacted());
        assert_eq!(restored.expose(), None);
        assert_ne!(restored, secret);
        assert_eq!(restored, Secret::from("[redacted]"), "equality is reflexive");
        assert_eq!(json(&Exposed(&restored)), r#""[redacted]""#);
    }

    #[test]
    fn an_exposed_secret_reads_back_unchanged() {
        let secret = Secret::from("hunter2");
        let restored: Secret = serde_json::from_str(&json(&Exposed(&secret))).unwrap();
        assert_eq!(restored, secret);
    }

    #[test]
    fn only_the_wrapped_value_is_exposed() {
        let secret = Secret::from("hunter2");
        assert_eq!(json(&(&secret, Exposed(&secret), &secret)), r#"["[redacted]","hunter2","[redacted]"]"#);
        // The inner wrapper does not end the outer one.
        assert_eq!(json(&Exposed(&(Exposed(&secret), &secret))), r#"["hunter2","hunter2"]"#);
    }

    #[test]
    fn a_panic_while_a_secret_is_exposed_hides_later_ones() {
        struct Panics;
        impl Serialize for Panics {
            fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                panic!("as planned")
            }
        }
        assert!(std::panic::catch_unwind(|| json(&Exposed(&Panics))).is_err());
        assert_eq!(json(&Secret::from("hunter2")), r#""[redacted]""#);
    }

    #[test]
    fn exposure_stays_on_its_own_thread() {
        struct OnAnotherThread(Secret);
        impl Serialize for OnAnotherThread {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let elsewhere = std::thread::scope(|scope| scope.spawn(|| json(&self.0)).join().unwrap());
                serializer.serialize_str(&elsewhere)
            }
        }
        assert!(!json(&Exposed(&OnAnotherThread("hunter2".into()))).contains("hunter2"));
    }

    #[test]
    fn debug_is_redacted_even_of_an_exposed_value() {
        struct DebugOf(Secret);
        impl Serialize for DebugOf {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&format!("{:?} {:#?}", self.0, self.0))
            }
        }
        assert_eq!(json(&Exposed(&DebugOf("hunter2".into()))), r#""[redacted] [redacted]""#);
        assert_eq!(format!("{:?}", Exposed(&Secret::from("hunter2"))), "Exposed([redacted])");
    }
}
