//! The handler of the locations of an alert.

use chrono::DateTime;

use super::list::{self, Paging, SortKey, SortOrder};
use super::lookup;
use super::query::Query;
use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::Store;

/// Responds with a page of the locations, in the order in which they were seeded.
pub(super) fn list(store: &mut Store, request: &OperationRequest<'_>) -> Result<Response, Response> {
    let (repository, entry) = lookup::alert(store, request)?;
    let mut query = Query::new(request, "SecretScanningLocation");
    let paging = Paging::by_number(&mut query);
    query.finish()?;
    let sort_key = |number| SortKey { time: DateTime::UNIX_EPOCH, repository: &repository.key, number };
    let locations = entry.locations();
    let entries = (0..).map(sort_key).zip(&locations).collect();
    let order = SortOrder { field: "number", descending: false };
    Ok(list::respond(request, order, &paging, entries, |location| *location))
}
