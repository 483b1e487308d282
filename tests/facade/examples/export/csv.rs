//! `export`: rows of CSV.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::examples::program::run;
use crate::support::{Reply, Server};

const HEADER: &str = "number,repository,state,resolution,secret_type,secret_type_display_name,provider,validity,\
                      publicly_leaked,multi_repo,created_at,updated_at,resolved_at,resolved_by,\
                      resolution_comment,assigned_to,push_protection_bypassed,push_protection_bypassed_at,\
                      push_protection_bypassed_by,first_location,html_url";

/// Returns an alert with a different value in every column.
fn full() -> Value {
    json!({
        "number": 7,
        "repository": { "id": 1, "name": "widgets", "full_name": "acme/widgets" },
        "state": "resolved",
        "resolution": "wont_fix",
        "secret_type": "npm_access_token",
        "secret_type_display_name": "npm Access Token",
        "provider": "npm",
        "validity": "inactive",
        "publicly_leaked": true,
        "multi_repo": false,
        "created_at": "2025-01-01T00:00:01Z",
        "updated_at": "2025-01-01T00:00:02Z",
        "resolved_at": "2025-01-01T00:00:03Z",
        "resolved_by": { "login": "resolver", "id": 1 },
        "resolution_comment": "a comment",
        "assigned_to": { "login": "assignee", "id": 2 },
        "push_protection_bypassed": true,
        "push_protection_bypassed_at": "2025-01-01T00:00:04Z",
        "push_protection_bypassed_by": { "login": "bypasser", "id": 3 },
        "first_location_detected": { "issue_title_url": "https://example.com/title" },
        "html_url": "https://example.com/7",
        "secret": "made-up",
    })
}

async fn export(pages: [Value; 2], out: &Path, more: &[&str]) -> String {
    let [first, second] = pages.map(|page| Reply::ok(&page));
    let first = first.header("link", "<https://h/?after=second>; rel=next");
    let server = Server::script([first, second]);
    let arguments = [&["--org", "acme", "--out", out.to_str().unwrap()], more].concat();
    let (code, _, stderr) = tokio::task::block_in_place(|| run("export", server.url(), &arguments));
    assert_eq!(code, Some(0), "{stderr}");
    fs::read_to_string(out).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_pages_of_an_organization_become_one_header_and_a_row_for_each_alert() {
    let directory = TempDir::new().unwrap();
    let other = json!({ "number": 8, "repository": { "id": 2, "name": "gears", "full_name": "acme/gears" } });
    for (name, more, secret) in [
        ("out.csv", [].as_slice(), ["", "", ""]),
        ("OUT.CSV", &["--include-secrets"], [",secret", ",made-up", ","]),
    ] {
        let pages = [json!([full()]), json!([other])];
        let written = export(pages, &directory.path().join(name), more).await;
        let rows = [
            HEADER,
            "7,acme/widgets,resolved,wont_fix,npm_access_token,npm Access Token,npm,inactive,true,false,\
             2025-01-01T00:00:01Z,2025-01-01T00:00:02Z,2025-01-01T00:00:03Z,resolver,a comment,assignee,true,\
             2025-01-01T00:00:04Z,bypasser,https://example.com/title,https://example.com/7",
            "8,acme/gears,,,,,,,,,,,,,,,,,,,",
        ];
        let rows = rows.iter().zip(secret).map(|(row, secret)| format!("{row}{secret}\n"));
        assert_eq!(written, rows.collect::<String>());
    }
}

/// Returns the cells of a column after an export of alerts with these comments.
async fn exported(comments: &[&str]) -> Vec<String> {
    let directory = TempDir::new().unwrap();
    let alert = |comment: &&str| json!({ "number": 1, "resolution_comment": comment });
    let pages = [comments.iter().map(alert).collect(), json!([])];
    let written = export(pages, &directory.path().join("out.csv"), &[]).await;
    let mut reader = csv::Reader::from_reader(written.as_bytes());
    reader.records().map(|row| row.unwrap()[14].to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn formulas_are_escaped_where_a_spreadsheet_could_start_a_cell() {
    let whole = [
        "=1+1",
        "+1",
        "-----BEGIN",
        "@SUM(1)",
        "＝1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "﹦1",
        "﹢1",
        "﹣1",
        "﹫SUM(1)",
        "−1",
        "'=1",
        "'",
        "''",
        " =1",
        "\u{a0}=1",
        "\u{3000}＝1",
        "\"=1\"",
        " \" \"=1",
        "\tx",
        "\nx",
    ];
    let escaped: Vec<_> = whole.iter().map(|cell| format!("'{cell}")).collect();
    assert_eq!(exported(&whole).await, escaped);
    for (cell, escaped) in [
        ("\t=1", "'\t'=1"),
        ("\n=1", "'\n'=1"),
        ("a\n=1", "a\n'=1"),
        ("a\r\n\t=1", "a\r\n\t'=1"),
        ("a; =1", "a;' =1"),
        ("a;'=1", "a;''=1"),
    ] {
        assert_eq!(exported(&[cell]).await, [escaped], "{cell:?}");
    }
    let unchanged = ["", "1=1", "1-1", "a, =1", "\"'\"", "a;b", "a\nb", "ｘ＝1"];
    assert_eq!(exported(&unchanged).await, unchanged);
}

#[tokio::test(flavor = "multi_thread")]
async fn hidden_characters_are_escaped() {
    for (cell, escaped) in [
        ("a\u{1b}[31m\u{0}\u{7f}\u{9b}b", "a\\u{1b}[31m\\u{0}\\u{7f}\\u{9b}b"),
        ("a\u{202e}b\u{200b}c", "a\\u{202e}b\\u{200b}c"),
        ("shown\rhidden", "shown\\rhidden"),
        ("\r=1", "'\\r'=1"),
        ("\u{feff}=1", "'\\u{feff}=1"),
        ("\u{200b} \u{2060}＝1", "'\\u{200b} \\u{2060}＝1"),
    ] {
        assert_eq!(exported(&[cell]).await, [escaped], "{cell:?}");
    }
}
