//! Holds the sizes of the models: a page of a list is moved item by item.

use crate::sizes::COMPONENTS;
use crate::types::Alert;

/// The largest size of a component that may be optional without `x-boxed`, in bytes.
const MAX_INLINE: usize = 128;

/// The largest size of a model that an operation returns, in bytes.
const MAX_RETURNED: usize = 1_000;

/// A row of the machine-written table.
pub(crate) struct Component {
    pub(crate) name: &'static str,
    /// In bytes, without what it holds on the heap.
    pub(crate) size: usize,
    /// Whether an optional property has this type.
    pub(crate) optional: bool,
    /// Whether the spec marks it `x-boxed`.
    pub(crate) boxed: bool,
    /// Whether an operation returns it, alone or as the item of a list.
    pub(crate) returned: bool,
}

/// Returns the names and sizes of the components that `wrong` holds for.
fn listed(wrong: impl Fn(&Component) -> bool) -> Vec<(&'static str, usize)> {
    COMPONENTS.iter().filter(|component| wrong(component)).map(|one| (one.name, one.size)).collect()
}

#[test]
fn large_component_is_boxed_where_it_is_optional() {
    let unmarked = listed(|one| one.optional && one.size > MAX_INLINE && !one.boxed);
    assert!(unmarked.is_empty(), "write `x-boxed: true` on these components of spec/: {unmarked:?}");
}

#[test]
fn small_component_is_not_boxed() {
    let small = listed(|one| one.boxed && one.size <= MAX_INLINE);
    assert!(small.is_empty(), "remove `x-boxed` from these components of spec/: {small:?}");
}

#[test]
fn returned_model_is_at_most_1000_bytes() {
    assert!(size_of::<Alert>() <= MAX_RETURNED);
    let large = listed(|one| one.returned && one.size > MAX_RETURNED);
    assert!(large.is_empty(), "{large:?}");
}

#[test]
fn table_of_sizes_has_every_kind_of_component() {
    let columns: [fn(&Component) -> bool; 3] = [|one| one.optional, |one| one.boxed, |one| one.returned];
    for column in columns {
        assert!(!listed(column).is_empty() && !listed(|one| !column(one)).is_empty());
    }
}
