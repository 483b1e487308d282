//! Errors of failed requests.

mod body;
mod connection;
mod permissions;
mod rate_limits;
mod status;
mod target;
mod types;

use github_secret_scanning::models::Alert;
use github_secret_scanning::{AlertScope, Error};

use crate::support::{Reply, Server, repo};

/// A server that only sends error responses.
struct FailingServer {
    server: Server,
    alert: AlertScope,
}

impl FailingServer {
    fn start() -> Self {
        let server = Server::script([]);
        let alert = repo(&server).alert(42);
        Self { server, alert }
    }

    /// Returns the error of a read with this response.
    async fn on_read(&self, reply: Reply) -> Error {
        self.on(reply, self.alert.get().send()).await
    }

    /// Returns the error of a write with this response.
    async fn on_write(&self, reply: Reply) -> Error {
        self.on(reply, self.alert.reopen().send()).await
    }

    async fn on(&self, reply: Reply, call: impl Future<Output = Result<Alert, Error>>) -> Error {
        let before = self.server.received().len();
        self.server.reply_with(reply);
        let error = call.await.unwrap_err();
        assert_eq!(self.server.received().len(), before + 1, "nothing is retried");
        error
    }
}

async fn on_read(reply: Reply) -> Error {
    FailingServer::start().on_read(reply).await
}

async fn on_write(reply: Reply) -> Error {
    FailingServer::start().on_write(reply).await
}

fn assert_one_line(error: &Error) {
    let line = error.to_string();
    assert!(!line.is_empty() && !line.contains(['\n', '\r']), "{line:?}");
}
