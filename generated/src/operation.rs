//! A row of the operations table: the properties of an operation besides its types.

/// An operation of the API, as the curated spec describes it.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Operation {
    /// The published `operationId`, for example `secret-scanning/get-alert`.
    pub id: &'static str,
    /// The HTTP method, in capitals.
    pub method: &'static str,
    /// The path template below the base URL, for example `/orgs/{org}/secret-scanning/alerts`.
    pub path: &'static str,
    /// The family of endpoints that it belongs to; also the name of its file in `spec/`.
    pub family: &'static str,
    /// The pagination of its list; `None` if the response is no list.
    pub pagination: Option<Pagination>,
    /// Whether sending it twice has the effect of sending it once.
    pub idempotent: bool,
    /// The HTTP status of a success.
    pub success_status: u16,
    /// The permissions that a token needs.
    pub permissions: Permissions,
    /// The servers on which it is available: `dotcom`, `ghec`, `ghes-3.19`, and so on.
    pub availability: &'static [&'static str],
    /// The address of GitHub's documentation of it.
    pub docs: &'static str,
}

/// The pagination of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pagination {
    /// By page number, from 1.
    Page,
    /// By opaque cursor.
    Cursor,
    /// By page number, or by cursor if the first request has an empty one.
    PageAndCursor,
}

/// The permissions that a token needs for an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permissions {
    /// Permissions of a fine-grained token, all of them needed, in the notation of the
    /// `X-Accepted-GitHub-Permissions` header. Empty: fine-grained tokens are not supported.
    pub fine_grained: &'static [&'static str],
    /// Scopes of a classic token, one of which is enough. Empty: none is documented.
    pub classic: &'static [&'static str],
    /// Whether installation access tokens are supported.
    pub installation: bool,
}
