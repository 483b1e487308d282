//! What is shown of text, and what is masked in any of its forms.

mod encodings;

use proptest::prelude::*;

use super::*;
use encodings::separated;

/// Cleans a text of a server that knows no token.
fn cleaned(text: &str) -> String {
    clean(text, 999, &Redaction::none())
}

fn redaction(token: &str) -> Redaction {
    Redaction::of(&token.into())
}

#[test]
fn a_line_break_or_an_escape_sequence_cannot_forge_a_second_log_line() {
    assert_eq!(cleaned("a\r\nERROR b\u{1b}[31m\u{202e}c"), "a  ERROR b[31mc");
}

#[test]
fn characters_that_hide_or_turn_text_are_removed() {
    let characters =
        "\u{ad}\u{61c}\u{180e}\u{200b}\u{200f}\u{2028}\u{202e}\u{2060}\u{2069}\u{feff}\u{85}\u{3164}";
    assert_eq!(printable(&format!("a{characters}b\tc")), "ab c");
}

#[test]
fn the_callers_own_token_is_masked_at_any_position() {
    assert_eq!(clean("bad token:s3cr3t!", 99, &redaction("s3cr3t")), "bad token:[redacted]!");
    let text = "0paque-t0ken is %30paque%2Dt0ken, not 0paque_T or PAQUE";
    let shown = clean(text, 99, &redaction("0paque-t0ken"));
    assert_eq!(shown, "[redacted] is [redacted], not [redacted] or PAQUE");
}

#[test]
fn pieces_of_a_token_that_touch_are_one_mark() {
    let shown = clean("a 0paq ue-t\u{200b}0ken 0paque-t0ken ghp_1 b", 99, &redaction("0paque-t0ken"));
    assert_eq!(shown, "a [redacted] b");
}

#[test]
fn a_character_before_a_token_does_not_make_an_escape_of_its_beginning() {
    for (before, token) in
        [("%", "ab12345678"), ("\\", "u0041bcdefgh"), ("&#", "65;abcdefg"), ("%2", "5abcdefg")]
    {
        let shown = clean(&format!("x {before}{token}"), 99, &redaction(token));
        assert_eq!(shown, format!("x {before}[redacted]"));
    }
}

#[test]
fn text_that_looks_like_a_github_token_is_masked_to_its_end() {
    assert_eq!(cleaned("x ghp_abc123, github_pat_11A_b"), "x [redacted], [redacted]");
    assert_eq!(cleaned("ghs_12_eyJh.eyJzdWIi.c2ln is dead"), "[redacted] is dead");
    assert_eq!(cleaned("ghs_12 is dead"), "[redacted] is dead");
    assert_eq!(cleaned("a%22ghp_abcdef xgho_abc"), "a%22[redacted] x[redacted]");
    assert_eq!(cleaned("mighty ghost"), "mighty ghost");
}

#[test]
fn whitespace_and_invisible_characters_do_not_split_a_known_credential() {
    let body = "16C7e42F292c6912E7710c838347Ae178B4a";
    for text in [
        format!("ghp_{}\n{}", &body[..10], &body[10..]),
        format!("gh\u{200b}p_\u{61c}{body}"),
        format!("g h p _ {}", separated(body, 0, " ")),
        format!("ghp_ {body}"),
        format!("ｇｈｐ＿{body}"),
        format!("gh%70%5F{body}"),
        format!("\\u0067hp_{body}"),
        format!("gh\u{fe0f}p_&#49;{}", &body[1..]),
    ] {
        assert_eq!(
            cleaned(&format!("the token {text}, once more")),
            "the token [redacted], once more",
            "{text}"
        );
        assert_eq!(
            cleaned(&format!("the token {text} was revoked")),
            "the token [redacted] was revoked",
            "{text}"
        );
    }
    assert_eq!(cleaned("through p_value of the function"), "through p_value of the function");
}

#[test]
fn well_known_credentials_are_masked() {
    let random = "4eC39HqLyjWDarjtT1zdp7dcXk9QmZ2R5vB8nL3w";
    let alphanumeric = |length: usize| &random[..length];
    for credential in [
        "AKIAIOSFODNN7EXAMPLE".to_owned(),
        format!("xoxb-123456789012-{}", alphanumeric(24)),
        format!("sk_live_{}", alphanumeric(24)),
        format!("AIza{}", alphanumeric(35)),
        format!("glpat-{}", alphanumeric(20)),
        format!("npm_{}", alphanumeric(36)),
        format!("pypi-AgEIcHlwaS5vcmc{random}"),
        format!("sk-{random}"),
        format!("sk-proj-{random}_-{random}"),
        format!("sk-ant-api03-{random}"),
        format!("eyJhbGciOiJIUzI1NiJ9.{random}.{random}"),
        format!("hvs.{random}"),
    ] {
        assert_eq!(cleaned(&format!("found \"{credential}\" in a.txt")), "found \"[redacted]\" in a.txt");
        let (start, end) = credential.split_at(12);
        assert_eq!(cleaned(&format!("key={start}\u{200b}{end}&a")), "key=[redacted]&a", "{credential}");
        assert_eq!(cleaned(&format!("key={start}\n{end}, a")), "key=[redacted], a", "{credential}");
    }
}

#[test]
fn a_private_key_is_masked_as_a_whole_or_up_to_the_end() {
    let key =
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEpA+/=\n-----END RSA PRIVATE KEY-----";
    assert_eq!(cleaned(&format!("found {key}, remove it")), "found [redacted], remove it");
    assert_eq!(cleaned(&format!("found {}", key.replace('\n', "\\n"))), "found [redacted]");
    assert_eq!(cleaned(&format!("found {}", &key[..60])), "found [redacted]");
    let public = "-----BEGIN PUBLIC KEY----- MIIB -----END PUBLIC KEY-----";
    assert_eq!(cleaned(public), public);
}

#[test]
fn a_password_in_a_url_is_masked() {
    for (text, shown) in [
        ("see https://user:pa%2Fss@w@h/x@y", "see https://[redacted]@h/x@y"),
        ("postgres://app:hunter2@db:5432/a", "postgres://[redacted]@db:5432/a"),
        ("https%3A%2F%2Fuser%3Ahunter2%40h%2Fx", "https%3A%2F%2F[redacted]%40h%2Fx"),
        ("https://0123456789abcdef01234567@h/x", "https://[redacted]@h/x"),
        ("ssh://git@github.com/acme/widgets", "ssh://git@github.com/acme/widgets"),
        ("http://127.0.0.1:80/@acme/x a@b", "http://127.0.0.1:80/@acme/x a@b"),
        ("see https://h: write to a@b", "see https://h: write to a@b"),
    ] {
        assert_eq!(cleaned(text), shown);
    }
}

#[test]
fn messages_of_github_are_unchanged() {
    let redaction = redaction("gZ7Qx-opaque-4Rk2Lm9");
    for message in [
        "Bad credentials",
        "Not Found",
        "Requires authentication",
        "Resource not accessible by personal access token",
        "Resource not accessible by integration",
        "Secret scanning is disabled on this repository.",
        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID C0DE:1A2B3C:4D5E6F:708192:65A4B3C2.",
        "API rate limit exceeded for user ID 1234567. If you reach out to GitHub Support for help, please include the request ID 0AB1:2CD3.",
        "API rate limit exceeded for 203.0.113.7. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)",
        "Validation Failed",
        "Invalid request.\n\nFor 'properties/state', \"x\" is not a member of [\"open\", \"resolved\"].",
        "Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and 203.0.113.7 is not permitted to access this resource.",
        "Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.",
        "`acme` forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days. Please adjust your token's lifetime at the following URL: https://github.com/settings/personal-access-tokens/1234567",
        "https://docs.github.com/rest/secret-scanning/secret-scanning#update-a-secret-scanning-alert",
        "https://docs.github.com/rest/overview/resources-in-the-rest-api#secondary-rate-limits",
        "'Issuer' claim ('iss') must be an Integer",
        "A JSON web token could not be decoded",
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
        "Problems parsing JSON",
        "Body should be a JSON object",
        "The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.",
        "No commit found for SHA: 5028983a1b2c3d4e5f60718293a4b5c6d7e8f901",
        "push_protection_bypass for risk-based-authentication-2024-policies: 100% of `sk-learn` & task-force-2024-01-02",
        "Upgrade to GitHub Pro or make this repository public to enable this feature.",
        "Server Error: Sorry, this diff is taking too long to generate — Größe 5 × 3, 日本語",
        "aws_access_key_id, google_api_key, npm_access_token, pypi_api_token, monkeyJumpsOverTheLazyDog, eyJ",
    ] {
        assert_eq!(clean(message, 999, &redaction), message.replace('\n', " "));
    }
}

#[test]
fn a_token_that_the_limit_would_cut_in_two_is_masked_first() {
    assert_eq!(clean("abc s3cr3t", 6, &redaction("s3cr3t")), "abc [r…");
    assert_eq!(clean("https://user:hunter2@h", 14, &Redaction::none()), "https://[redac…");
}

#[test]
fn permissions_of_another_notation_are_dropped() {
    let none = Redaction::none();
    let list = "secret_scanning_alerts=write; contents=read";
    assert_eq!(permissions(list, &none).as_deref(), Some(list));
    assert_eq!(
        permissions("repo, admin:org", &redaction("s3cr3t-t0ken")).as_deref(),
        Some("repo, admin:org")
    );
    for text in ["contents=read<b>", "ÄÖÜ", "gh/p_0123abc", "s3cr/3t-t0ken", "repo, hunterZqKx", "", " "] {
        assert_eq!(permissions(text, &none), None, "{text}");
    }
    assert_eq!(permissions("ghp_0123abc", &none).as_deref(), Some("[redacted]"));
    assert_eq!(
        permissions("repo, s3cr3t-t0", &redaction("s3cr3t-t0ken")).as_deref(),
        Some("repo, [redacted]")
    );
}

#[test]
fn an_id_or_a_name_of_another_form_is_dropped() {
    let none = Redaction::none();
    assert_eq!(request_id("C0DE:1A2B:3", &none).as_deref(), Some("C0DE:1A2B:3"));
    assert_eq!(request_id("0a1b-2c", &none).as_deref(), Some("0a1b-2c"));
    assert_eq!(resource("code_scanning_upload", &none).as_deref(), Some("code_scanning_upload"));
    let classic_token = "0123456789abcdef0123456789abcdef01234567";
    for token in [classic_token, "ghp_abc123", "github_pat_11A_b", "a b", ""] {
        assert_eq!((request_id(token, &none), resource(token, &none)), (None, None), "{token}");
    }
    assert_eq!(request_id(&":".repeat(129), &none), None);
    assert_eq!(resource(&"a".repeat(41), &none), None);
}

#[test]
fn a_known_credential_after_a_token_is_masked_too() {
    let text = "opaque-tokensk-proj-0123456789abcdefXYZ";
    assert_eq!(clean(text, 99, &redaction("opaque-token")), "[redacted]");
}

#[test]
fn an_id_or_a_name_that_repeats_the_token_is_dropped() {
    let token = "123e4567-e89b-12d3-a456-426614174000";
    for id in [token, &token.to_uppercase(), "C0DE:123e4567-e89b", "A:31323365:1", "31:32:33-65:34:35"] {
        assert_eq!(request_id(id, &redaction(token)), None, "{id}");
    }
    assert_eq!(request_id("123e:4568", &redaction(token)).as_deref(), Some("123e:4568"));
    assert_eq!(resource("opaque_token", &redaction("opaque-token")), None);
}

#[test]
fn a_key_is_shown_if_it_is_words_with_at_most_one_number() {
    let none = Redaction::none();
    for shown in
        ["number", "push_protection_bypassed_by", "totalCount", "sha256", "_links", "ipv4_address", "x"]
    {
        assert_eq!(key(shown, &none), shown);
    }
    for hidden in [
        "",
        "plantedSecretDetected5d1i7OkX0",
        "hunter2-Zq9Kx",
        "deadbeef01cafe02",
        "a.b",
        "Number",
        "aBC",
        "ä",
        "qwertyuiopasdfghjklzxcvbnm",
        "ghp_abc",
        &"ab_".repeat(17),
    ] {
        assert_eq!(key(hidden, &none), "?", "{hidden}");
    }
}

#[test]
fn every_key_of_the_description_is_shown() {
    fn keys(value: &serde_json::Value, found: &mut Vec<String>) {
        if let Some(properties) = value.get("properties").and_then(serde_json::Value::as_object) {
            found.extend(properties.keys().cloned());
        }
        match value {
            serde_json::Value::Object(fields) => fields.values().for_each(|value| keys(value, found)),
            serde_json::Value::Array(items) => items.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/generated/openapi.json");
    let description = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut found = Vec::new();
    keys(&description, &mut found);
    assert!(found.len() > 200);
    for name in found.iter().filter(|name| !name.starts_with("x-")) {
        assert_eq!(key(name, &Redaction::none()), name);
    }
}

proptest! {
    #[test]
    fn any_text_becomes_one_bounded_line(text in any::<String>(), limit in 0usize..40) {
        let line = clean(&text, limit, &redaction("token-1"));
        prop_assert!(line.chars().count() <= limit + 1);
        prop_assert!(!line.chars().any(is_deceptive));
    }
}
