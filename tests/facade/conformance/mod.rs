//! Checks HTTP messages against `generated/openapi.json`: the requests of the facade and the responses of
//! the fake.
//!
//! Stricter than the description in one respect: an object has no undeclared property. A fault names the
//! operation, the location and the rule, never the value, because values may be secrets.

mod description;
mod faults;
mod fixtures;
mod refusals;
mod request;
mod response;
mod schema;
mod servers;

pub(crate) use faults::Faults;
pub(crate) use request::request;
pub(crate) use response::response;
