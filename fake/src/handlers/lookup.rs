//! Lookup of the resources that path parameters name. What does not exist is a 404.

use crate::request::OperationRequest;
use crate::response::Response;
use crate::store::{AlertEntry, Repository, Store};

/// Parses a number, which must be in its canonical form: `01` is not 1.
pub(super) fn number<N: From<u64>>(request: &OperationRequest<'_>, name: &str) -> Result<N, Response> {
    let text = request.path_parameter(name);
    let number = text.parse().ok().filter(|number: &u64| number.to_string() == text);
    number.map(N::from).ok_or_else(Response::not_found)
}

pub(super) fn repository<'a>(
    store: &'a Store,
    request: &OperationRequest<'_>,
) -> Result<&'a Repository, Response> {
    let found = store.repository(request.path_parameter("owner"), request.path_parameter("repo"));
    found.ok_or_else(Response::not_found)
}

pub(super) fn repository_mut<'a>(
    store: &'a mut Store,
    request: &OperationRequest<'_>,
) -> Result<&'a mut Repository, Response> {
    let found = store.repository_mut(request.path_parameter("owner"), request.path_parameter("repo"));
    found.ok_or_else(Response::not_found)
}

/// Returns an alert and its repository.
pub(super) fn alert<'a>(
    store: &'a Store,
    request: &OperationRequest<'_>,
) -> Result<(&'a Repository, &'a AlertEntry), Response> {
    let repository = repository(store, request)?;
    let entry = repository.alerts.get(&number(request, "alert_number")?);
    Ok((repository, entry.ok_or_else(Response::not_found)?))
}
