//! Small slices for the tests of the passes.

use crate::read::{Bounds, Kind, Operation, Permissions, Property, Schema, Shape, Slice, Success};

/// A slice of one enum.
pub(crate) fn enum_of(name: &str, values: &[&str]) -> Slice {
    of(name, Kind::Enum(values.iter().map(|text| (*text).to_owned()).collect()))
}

/// A slice of one object.
pub(crate) fn object(name: &str, properties: Vec<Property>) -> Slice {
    let required = properties.iter().filter(|property| property.required);
    let required = required.map(|property| property.name.clone()).collect();
    of(name, Kind::Object { properties, required, at_least_one: Vec::new(), conditions: Vec::new() })
}

/// A slice of one schema.
pub(crate) fn of(name: &str, kind: Kind) -> Slice {
    let schema = Schema { name: name.to_owned(), file: "test".to_owned(), kind, boxed: false };
    Slice { operations: Vec::new(), schemas: [(name.to_owned(), schema)].into(), api_version: String::new() }
}

/// An optional property that is never null.
pub(crate) fn property(name: &str, shape: Shape) -> Property {
    Property {
        name: name.to_owned(),
        shape,
        nullable: false,
        required: false,
        bounds: Bounds::default(),
        description: String::new(),
    }
}

/// A slice of one operation without parameters, with this success response.
pub(crate) fn operation(id: &str, success: Success) -> Slice {
    let operation = Operation {
        id: id.to_owned(),
        request: "Request".to_owned(),
        shared_type: None,
        call: None,
        family: "test".to_owned(),
        method: "get".to_owned(),
        path: "/test".to_owned(),
        summary: String::new(),
        description: String::new(),
        docs: String::new(),
        pagination: None,
        idempotent: true,
        internal: false,
        permissions: Permissions::default(),
        availability: Vec::new(),
        exclusive: Vec::new(),
        path_parameters: Vec::new(),
        query: Vec::new(),
        body: None,
        success_status: 200,
        success,
        pointer: String::new(),
    };
    Slice { operations: vec![operation], schemas: Default::default(), api_version: String::new() }
}
