//! Why a connection failed, in this crate's words.

use std::error::Error;
use std::fmt;
use std::io;

use crate::text::{Redaction, clean};

/// The longest text of the TLS library that is shown, in characters.
const SHOWN: usize = 200;

/// The cause of a failed connection, as its errors report it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ConnectionFailure {
    Refused,
    Unreachable,
    Reset,
    Closed,
    TimedOut,
    Dns,
    /// With the text of the TLS library, which contains no more than names in the certificate.
    Certificate(String),
    Tls(String),
    ProxyAuthentication,
    TunnelRefused,
}

impl ConnectionFailure {
    /// Returns the cause of `error`, or `None` if its sources name none that is known.
    pub(crate) fn of(error: &reqwest::Error, redaction: &Redaction) -> Option<Self> {
        if error.is_dns() {
            return Some(Self::Dns);
        }
        // Without reqwest's own error, whose text contains the URL. The innermost error that is known is
        // the cause of the others.
        let classify = |source| Self::classify(source, error.is_connect(), redaction);
        let innermost = sources(error).skip(1).filter_map(classify).last();
        innermost.or_else(|| error.is_timeout().then_some(Self::TimedOut))
    }

    /// Classifies one source. Only while connecting can its text be about TLS or a tunnel.
    fn classify(error: &(dyn Error + 'static), connecting: bool, redaction: &Redaction) -> Option<Self> {
        if let Some(error) = error.downcast_ref::<io::Error>()
            && let Some(failure) = Self::of_io(error.kind())
        {
            return Some(failure);
        }
        if !connecting {
            return None;
        }
        // rustls reports its errors as invalid data.
        let is_tls =
            error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::InvalidData);
        // The errors of tunnels and of native TLS have no type that could be named here.
        let text = error.to_string();
        match text.as_str() {
            "tunnel error: proxy authorization required" => return Some(Self::ProxyAuthentication),
            "tunnel error: unsuccessful" | "tunnel error: proxy response headers too long" => {
                return Some(Self::TunnelRefused);
            }
            "tunnel error: unexpected end of file" => return Some(Self::Closed),
            _ => {}
        }
        let shown = || clean(&text, SHOWN, redaction);
        if text.contains("certificate") {
            Some(Self::Certificate(shown()))
        } else if is_tls || ["SSL", "TLS"].iter().any(|name| text.contains(name)) {
            Some(Self::Tls(shown()))
        } else {
            None
        }
    }

    fn of_io(kind: io::ErrorKind) -> Option<Self> {
        match kind {
            io::ErrorKind::ConnectionRefused => Some(Self::Refused),
            io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::AddrNotAvailable => Some(Self::Unreachable),
            io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted | io::ErrorKind::BrokenPipe => {
                Some(Self::Reset)
            }
            io::ErrorKind::UnexpectedEof | io::ErrorKind::NotConnected => Some(Self::Closed),
            io::ErrorKind::TimedOut => Some(Self::TimedOut),
            _ => None,
        }
    }
}

/// Returns whether a body cannot be decompressed. reqwest reports that for every broken body.
pub(crate) fn is_decompression(error: &reqwest::Error) -> bool {
    error.is_decode() && !sources(error).any(|source| source.is::<h2::Error>() || source.is::<hyper::Error>())
}

/// Returns `error` and its sources, with those that an `io::Error` wraps.
pub(super) fn sources<'e>(
    error: &'e (dyn Error + 'static),
) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error: &&'e (dyn Error + 'static)| {
        // The source of an `io::Error` is that of the error that it wraps.
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        wrapped.map(|wrapped| wrapped as _).or_else(|| error.source())
    })
}

impl fmt::Display for ConnectionFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused => f.write_str("connection refused"),
            Self::Unreachable => f.write_str("host or network unreachable"),
            Self::Reset => f.write_str("connection reset"),
            Self::Closed => f.write_str("connection closed by the peer"),
            Self::TimedOut => f.write_str("timed out"),
            Self::Dns => f.write_str("the host name cannot be resolved (DNS)"),
            Self::Certificate(text) => write!(f, "TLS certificate not accepted ({text})"),
            Self::Tls(text) => write!(f, "TLS handshake failed ({text})"),
            Self::ProxyAuthentication => f.write_str("the proxy requires authentication (status 407)"),
            Self::TunnelRefused => f.write_str("the proxy refused the tunnel"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An error as a library for native TLS returns it.
    #[derive(Debug)]
    struct Native(&'static str);

    impl fmt::Display for Native {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    impl Error for Native {}

    fn shown(error: &(dyn Error + 'static)) -> Option<String> {
        ConnectionFailure::classify(error, true, &Redaction::none()).map(|failure| failure.to_string())
    }

    #[test]
    fn an_error_of_the_system_is_named_by_its_kind() {
        for (kind, text) in [
            (io::ErrorKind::NetworkUnreachable, Some("host or network unreachable")),
            (io::ErrorKind::ConnectionAborted, Some("connection reset")),
            (io::ErrorKind::TimedOut, Some("timed out")),
            (io::ErrorKind::Other, None),
        ] {
            assert_eq!(shown(&io::Error::new(kind, Native("at 10.0.0.1"))).as_deref(), text, "{kind}");
        }
    }

    #[test]
    fn an_error_of_native_tls_is_named_by_its_text_on_one_bounded_line() {
        let text = "error:0A000086:SSL routines::certificate verify failed\nERROR \u{1b}[31m";
        let failure = shown(&Native(text)).unwrap();
        assert!(failure.starts_with("TLS certificate not accepted (error:0A000086:SSL"), "{failure}");
        assert!(!failure.contains(['\n', '\u{1b}']), "{failure}");
        let failure = shown(&Native("error:0A00010B:SSL routines::wrong version number")).unwrap();
        assert!(failure.starts_with("TLS handshake failed (error:"), "{failure}");
        let long = Native(Box::leak("certificate ".repeat(99).into_boxed_str()));
        assert!(shown(&long).unwrap().len() < SHOWN + 50);
    }

    #[test]
    fn a_text_is_no_cause_once_connected() {
        let text = Native("certificate of the SSL library");
        assert_eq!(ConnectionFailure::classify(&text, false, &Redaction::none()), None);
        let gzip = io::Error::new(io::ErrorKind::InvalidData, Native("invalid gzip header"));
        assert_eq!(ConnectionFailure::classify(&gzip, false, &Redaction::none()), None);
    }
}
