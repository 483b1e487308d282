//! The one-line form of an error.

use std::fmt;

use super::{Error, ErrorDetail, ErrorKind};
use crate::text::{Redaction, clean};

/// The longest text of the error of a token provider that is shown, in characters.
const LONGEST_SOURCE: usize = 300;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_request(f)?;
        self.write_event(f)?;
        self.write_advice(f)?;
        if let Some(request_id) = self.request_id() {
            write!(f, " (request id {request_id})")?;
        }
        Ok(())
    }
}

impl Error {
    fn write_event(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = self.0.reason.as_deref();
        match self.kind() {
            ErrorKind::InvalidArgument => {
                let argument = self.argument().unwrap_or("request");
                return write!(f, "`{argument}` {}", reason.unwrap_or("is not valid"));
            }
            ErrorKind::NoRuntime => f.write_str("not called in a tokio runtime")?,
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => {
                f.write_str(reason.unwrap_or("the connection failed"))?;
            }
            ErrorKind::TooLarge => f.write_str(reason.unwrap_or("the response is too large"))?,
            // Not sent: an earlier response reported the limit.
            ErrorKind::RateLimited if self.status().is_none() => f.write_str("a rate limit applies")?,
            ErrorKind::Deadline | ErrorKind::Redirect => {
                f.write_str(reason.unwrap_or("the call cannot continue"))?;
                if self.status().is_some() {
                    write!(f, "; GitHub responded with {}", Status(self.status()))?;
                }
                self.write_explanation(f)?;
                return self.write_token_failure(f);
            }
            ErrorKind::Decode => match (reason, self.decode_path()) {
                (Some(reason), _) => f.write_str(reason)?,
                (None, path) => {
                    write!(f, "cannot decode the response at {}", path.unwrap_or("its start"))?;
                    if let (Some(line), Some(column)) = (self.decode_line(), self.decode_column()) {
                        write!(f, ", line {line} column {column}")?;
                    }
                }
            },
            ErrorKind::MalformedItems => return self.0.write_malformed(f),
            ErrorKind::Pagination => f.write_str(reason.unwrap_or("the next page cannot be requested"))?,
            ErrorKind::Panicked => f.write_str(reason.unwrap_or("code inside of the call panicked"))?,
            kind if kind.lacks_token() => {
                write!(f, "no token: {}", reason.unwrap_or("none available"))?;
                return self.write_token_failure(f);
            }
            _ => {
                return {
                    write!(f, "GitHub responded with {}", Status(self.status()))?;
                    self.write_explanation(f)
                };
            }
        }
        match self.status() {
            Some(status) => write!(f, " [status {status}]"),
            None => Ok(()),
        }
    }

    /// Writes why there is no token. A person on call sees this line alone, so that it repeats the source.
    fn write_token_failure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(failure) = self.token_failure() {
            f.write_str(": ")?;
            failure.write_request(f)?;
            return failure.write_event(f);
        }
        match &self.0.source {
            // Of a token provider, whose texts contain no token.
            Some(source) if self.kind().lacks_token() => {
                write!(f, ": {}", clean(&source.to_string(), LONGEST_SOURCE, &Redaction::none()))
            }
            _ => Ok(()),
        }
    }

    fn write_request(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.operation(), self.target()) {
            (Some(operation), Some(target)) => write!(f, "{operation} ({target}): "),
            (Some(operation), None) => write!(f, "{operation}: "),
            (None, _) => Ok(()),
        }
    }

    fn write_explanation(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(message) = self.message() {
            write!(f, " \"{message}\"")?;
        }
        for (position, detail) in self.details().iter().take(3).enumerate() {
            f.write_str(if position == 0 { ": " } else { ", " })?;
            write_detail(f, detail)?;
        }
        Ok(())
    }

    fn write_advice(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_custom = self.0.head.is_some_and(|head| head.is_custom());
        // The error of the call that needs the token has the advice.
        let fetches_token = self.0.head.is_some_and(|head| head.fetches_token);
        let advice = match self.kind() {
            ErrorKind::Unauthenticated | ErrorKind::Forbidden | ErrorKind::NotFound if fetches_token => "",
            ErrorKind::InvalidArgument => "nothing was sent",
            ErrorKind::NoRuntime => "nothing was sent; call it within `block_on` of a tokio runtime",
            ErrorKind::Unauthenticated => "check that the token is set, not expired, and meant for this host",
            ErrorKind::AppUnauthenticated => "check the id and the key of the app, and the host",
            ErrorKind::InstallationUnavailable => {
                "check where the app is installed, and whether the installation is suspended"
            }
            ErrorKind::Forbidden => "the token lacks a permission",
            ErrorKind::NotFound if is_custom => {
                "check the path and its values; a token without access gets the same response"
            }
            ErrorKind::NotFound => {
                "check names, numbers and whether secret scanning is enabled; a token without \
                 access gets the same response"
            }
            ErrorKind::Conflict => "read the current state and change that",
            ErrorKind::Validation | ErrorKind::BadRequest => "change the request before sending it again",
            ErrorKind::Redirect => "check the base URL, and whether the resource was renamed or moved",
            ErrorKind::TooLarge => "request fewer items a page",
            ErrorKind::Decode | ErrorKind::MalformedItems if is_custom => {
                "check the type that it is decoded into"
            }
            // Of a proxy for plain HTTP: GitHub never sends it.
            ErrorKind::UnexpectedStatus if self.status() == Some(407) => "check the credentials of the proxy",
            ErrorKind::UnexpectedStatus if is_custom => "",
            ErrorKind::Decode | ErrorKind::MalformedItems | ErrorKind::UnexpectedStatus => {
                "the response does not match the documented schema"
            }
            ErrorKind::Pagination => "the pages before it are complete",
            ErrorKind::Panicked => "the message of the panic is where the panic hook writes to",
            ErrorKind::RateLimited
            | ErrorKind::Deadline
            | ErrorKind::Server
            | ErrorKind::Timeout
            | ErrorKind::Connect
            | ErrorKind::Transport
            | ErrorKind::TokenUnavailable => "",
        };
        if !advice.is_empty() {
            write!(f, "; {advice}")?;
        }
        match self.attempts() {
            _ if !self.kind().lacks_token() => {}
            0 => f.write_str("; the request was not sent")?,
            _ => f.write_str("; the request was not sent again")?,
        }
        if self.kind() != ErrorKind::MalformedItems && self.malformed_count() > 0 {
            f.write_str("; ")?;
            self.0.write_malformed_count(f)?;
            f.write_str(" before it")?;
        }
        if let Some(needed) = self.needed_permissions() {
            write!(f, "; requires {needed}")?;
        }
        if let Some(scopes) = self.token_scopes() {
            write!(f, "; token scopes: {scopes}")?;
        }
        if self.outcome_unknown() {
            f.write_str("; outcome unknown: read the current state before sending it again")?;
        } else if self.is_retryable() {
            f.write_str("; safe to retry")?;
        }
        match self.retry_after() {
            // Rounded up: before the end, the limit still applies.
            Some(wait) => {
                write!(f, " after {} s", wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0)))
            }
            None => Ok(()),
        }
    }
}

struct Status(Option<u16>);

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(status) = self.0 else { return f.write_str("without a status") };
        write!(f, "{status}")?;
        match http::StatusCode::from_u16(status).ok().and_then(|code| code.canonical_reason()) {
            Some(name) => write!(f, " {name}"),
            None => Ok(()),
        }
    }
}

fn write_detail(f: &mut fmt::Formatter<'_>, detail: &ErrorDetail) -> fmt::Result {
    let parts = [&detail.field, &detail.code, &detail.message];
    let mut written = false;
    for part in parts.into_iter().flatten() {
        if written {
            f.write_str(" ")?;
        }
        f.write_str(part)?;
        written = true;
    }
    Ok(())
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0;
        let mut debug = f.debug_struct("Error");
        debug.field("kind", &inner.kind);
        // Only the fields that are set, to keep a failed `unwrap` in a service's test readable.
        macro_rules! known {
            ($($name:ident),*) => {$(
                if let Some(value) = &inner.$name {
                    debug.field(stringify!($name), value);
                }
            )*};
        }
        if let Some(operation) = self.operation() {
            debug.field("operation", &operation);
        }
        known!(target, status, argument, reason, message, documentation_url);
        if !inner.details.is_empty() {
            debug.field("details", &inner.details);
        }
        known!(request_id, retry_after, needed_permissions, token_scopes, json_path, source);
        if self.malformed_count() > 0 {
            debug.field("malformed", &inner.malformed);
        }
        debug.field("attempts", &inner.attempts);
        debug.field("outcome_unknown", &self.outcome_unknown());
        debug.finish()
    }
}
