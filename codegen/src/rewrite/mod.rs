//! Rewrites what progenitor wrote, until it holds the invariants of the project.
//!
//! Each pass works on syntax trees and names what it looks for; one that no longer finds it fails,
//! so that no pass outlives its reason unnoticed.

mod boxed;
mod construction;
mod docs;
mod internal_types;
mod mock;
mod models;
mod non_exhaustive;
mod numbers;
mod open_enums;
mod requests;
mod secrets;
mod three_state;
mod unions;

use std::collections::{BTreeMap, BTreeSet};

use syn::{ImplItemFn, Item};

use crate::emit::Emitted;
use crate::problem::Problem;
use crate::read::Slice;

pub(crate) use mock::Mock;

/// The items of the generated crate, sorted by what they belong to.
pub(crate) struct Rewritten {
    /// Schema → its type and the impls of it.
    pub(crate) models: BTreeMap<String, Vec<Item>>,
    /// progenitor's name of the operation → the function that builds its request.
    pub(crate) builders: BTreeMap<String, ImplItemFn>,
    pub(crate) mock: Mock,
}

pub(crate) fn rewrite(
    emitted: Emitted,
    slice: &Slice,
    bodies: &BTreeSet<String>,
    internal: &BTreeSet<String>,
) -> Result<Rewritten, Problem> {
    let requests::Parts { types, builders } = requests::apply(emitted.client, slice)?;
    let mut models = models::by_schema(types, slice)?;
    numbers::apply(&mut models, slice)?;
    open_enums::apply(&mut models, slice)?;
    unions::apply(&mut models, slice)?;
    three_state::apply(&mut models, slice, bodies)?;
    secrets::check(&models, slice)?;
    boxed::apply(&mut models, slice)?;
    non_exhaustive::apply(&mut models, slice, bodies)?;
    construction::apply(&mut models, slice, internal)?;
    let mut rewritten = Rewritten { models, builders, mock: mock::take_apart(emitted.mock, slice)? };
    internal_types::apply(&mut rewritten, slice, internal)?;
    docs::apply(&mut rewritten, slice);
    Ok(rewritten)
}

/// «A pass no longer finds what it was made for.»
fn never_applied(pass: &str, what: &str) -> Problem {
    Problem {
        file: None,
        subject: None,
        pointer: String::new(),
        what: format!("the pass `{pass}` was never applied: {what}"),
        help: format!("compare what progenitor writes now with what codegen/src/rewrite/{pass}.rs looks for"),
    }
}
