//! What the description says of an operation beside its types: the row of the operations table.

/// One operation of the API, as the curated description has it.
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
    /// How its list is paged; `None` where the answer is not a list.
    pub pagination: Option<Pagination>,
    /// Whether sending it twice has the effect of sending it once.
    pub idempotent: bool,
    /// The HTTP status of a success.
    pub success_status: u16,
    /// What a token needs in order to call it.
    pub permissions: Permissions,
    /// The descriptions that it stands in: `dotcom`, `ghec`, `ghes-3.19`, and so on.
    pub availability: &'static [&'static str],
    /// Its page in GitHub's documentation.
    pub docs: &'static str,
}

/// How a list is paged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pagination {
    /// By page number, from 1.
    Page,
    /// By opaque cursor.
    Cursor,
    /// By page number, or by cursor where the first request carries an empty one.
    PageAndCursor,
}

/// What a token needs in order to call an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permissions {
    /// Permissions of a fine-grained token, all of them needed, in the notation of the
    /// `X-Accepted-GitHub-Permissions` header. Empty: no fine-grained token works.
    pub fine_grained: &'static [&'static str],
    /// Scopes of a classic token, one of which is enough. Empty: the documentation names none.
    pub classic: &'static [&'static str],
    /// Whether the installation token of a GitHub App works.
    pub installation: bool,
}
