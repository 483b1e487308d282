//! Reads the merged document into what the generator works from, and refuses everything else.
//!
//! The generator takes a strict subset of OpenAPI, written down in `spec/README.md`. Everything else is
//! refused here, by name, before progenitor and typify, which assert. All problems are collected before giving up.

mod bodies;
mod boxed;
mod call;
mod calls;
mod conditions;
mod construction;
mod extensions;
mod head;
mod names;
mod operation;
mod paging;
mod parameter;
mod payload;
mod reach;
mod reader;
mod references;
mod root;
mod schema;
mod shape;
mod shared_types;
mod unions;

use std::collections::BTreeMap;

use crate::document::Document;
use crate::problem::Problems;

pub(crate) use call::{Call, Segment};
pub(crate) use conditions::Condition;
pub(crate) use extensions::Permissions;
pub(crate) use names::PAGING;
pub(crate) use operation::Operation;
pub(crate) use paging::Pagination;
pub(crate) use parameter::Parameter;
pub(crate) use payload::Success;
pub(crate) use reach::{body_schemas, internal_schemas};
pub(crate) use root::Root;
pub(crate) use schema::{Kind, Property, Schema};
pub(crate) use shape::{Bounds, Shape};
pub(crate) use unions::{TaggedVariant, UntaggedVariant};

/// The whole slice: every operation and every named schema.
#[derive(Clone, Debug)]
pub(crate) struct Slice {
    /// In the order of their paths and methods.
    pub(crate) operations: Vec<Operation>,
    pub(crate) schemas: BTreeMap<String, Schema>,
    /// `info.version`: the date of the API, which is sent in a header.
    pub(crate) api_version: String,
}

impl Slice {
    /// The operations of each family, in order.
    pub(crate) fn families(&self) -> BTreeMap<&str, Vec<&Operation>> {
        let mut families = BTreeMap::<&str, Vec<&Operation>>::new();
        for operation in &self.operations {
            families.entry(&operation.family).or_default().push(operation);
        }
        families
    }
}

/// Reads `document`, or returns all problems with it.
pub(crate) fn read(document: &Document) -> Result<Slice, Problems> {
    let mut reader = reader::Reader::new(document);
    // A reference that does not resolve, or a cycle of references, would make every later message false.
    references::check(&mut reader);
    Problems::none_in(std::mem::take(&mut reader.found))?;

    let slice = Slice {
        api_version: head::read(&mut reader),
        operations: operation::read_all(&mut reader),
        schemas: schema::read_all(&mut reader),
    };
    references::unused(&mut reader);
    names::check(&mut reader, &slice);
    // An operation that could not be read would make its body look like a response.
    Problems::none_in(std::mem::take(&mut reader.found))?;
    bodies::check(&mut reader, &slice);
    boxed::check(&mut reader, &slice);
    construction::check(&mut reader, &slice);
    // A property that is required by mistake would be an argument that no call names.
    Problems::none_in(std::mem::take(&mut reader.found))?;
    calls::check(&mut reader, &slice);
    shared_types::check(&mut reader, &slice);
    Problems::none_in(reader.found)?;
    Ok(slice)
}
