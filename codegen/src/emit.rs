//! Runs progenitor: from the normalized documents to Rust items.

use std::panic::{AssertUnwindSafe, catch_unwind};

use openapiv3::OpenAPI;
use progenitor::{CrateVers, GenerationSettings, Generator};
use schemars::schema::{InstanceType, SchemaObject};
use serde_json::Value;

use crate::normalize::Normalized;
use crate::problem::Problem;

/// What progenitor writes.
pub(crate) struct Emitted {
    pub(crate) client: syn::File,
    pub(crate) mock: syn::File,
}

/// Emits the client, the models and the mocks.
pub(crate) fn emit(normalized: &Normalized) -> Result<Emitted, Problem> {
    Ok(Emitted {
        client: file(&normalized.client, |generator, document| generator.generate_tokens(document))?,
        mock: file(&normalized.mock, |generator, document| generator.httpmock(document, "crate"))?,
    })
}

fn file(
    document: &Value,
    generate: impl FnOnce(&mut Generator, &OpenAPI) -> Result<proc_macro2::TokenStream, progenitor::Error>,
) -> Result<syn::File, Problem> {
    let document: OpenAPI = serde_json::from_value(document.clone())
        .map_err(|error| upstream(format!("the document is not OpenAPI: {error}")))?;
    // `read` refuses all that progenitor and typify are known to assert on. What is not known yet
    // must not end the caller either.
    let tokens = catch_unwind(AssertUnwindSafe(|| generate(&mut Generator::new(&settings()), &document)))
        .map_err(|_| upstream("progenitor panicked on it; its message is above".into()))?
        .map_err(|error| upstream(format!("progenitor refuses it: {error}")))?;
    syn::parse2(tokens).map_err(|error| upstream(format!("progenitor's output is not valid Rust: {error}")))
}

fn settings() -> GenerationSettings {
    let mut settings = GenerationSettings::new();
    settings.with_derive("PartialEq");
    // Without this the three-state properties silently become JSON values.
    settings.with_crate("std", CrateVers::Any, None);
    let secret = SchemaObject {
        instance_type: Some(InstanceType::String.into()),
        format: Some("password".to_owned()),
        ..SchemaObject::default()
    };
    settings.with_conversion(secret, "crate::Secret", std::iter::empty());
    settings
}

fn upstream(what: String) -> Problem {
    Problem {
        file: None,
        subject: None,
        pointer: String::new(),
        what,
        help: "find what changed last in spec/, and refuse it by name in codegen/src/read".to_owned(),
    }
}
