//! Whether HTTP messages are what `generated/openapi.json` says: neither the requests of the facade nor the
//! answers of the fake can drift from it unseen.
//!
//! Stricter than the description in one thing: an object has no property that it does not name. What does
//! not fit is told by operation, place and rule, never by value, because values may be secrets.

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
