//! Writes a list to a file, page by page.

use std::io::{self, Write};

use github_secret_scanning::models::Alert;
use github_secret_scanning::{Error, ErrorKind, Page, Pages};

use crate::checkpoint::Checkpoint;
use crate::exit::Failure;
use crate::export_file::ExportFile;
use crate::progress::Progress;
use crate::scope::Scope;
use crate::shutdown::Shutdown;

pub(crate) enum Status {
    Finished,
    Interrupted,
    Failed(Failure),
}

/// The result of a run.
pub(crate) struct Outcome {
    pub(crate) status: Status,
    pub(crate) checkpoint: Checkpoint,
    /// Whether a later run can resume from the checkpoint.
    pub(crate) can_resume: bool,
}

pub(crate) struct Exporter<'a> {
    /// `None` for standard output.
    file: Option<ExportFile>,
    checkpoint: Checkpoint,
    repository: Option<&'a str>,
    progress: Progress,
}

impl<'a> Exporter<'a> {
    pub(crate) fn new(file: Option<ExportFile>, checkpoint: Checkpoint, scope: &'a Scope) -> Self {
        let progress = Progress::new(file.is_none());
        Self { file, checkpoint, repository: scope.repository(), progress }
    }

    /// Runs until the end of the list, a signal or an error.
    pub(crate) async fn run(mut self, pages: Pages<Alert>, shutdown: Shutdown) -> Outcome {
        let status = self.export(pages, shutdown).await.unwrap_or_else(Status::Failed);
        self.progress.finish();
        let mut can_resume = self.file.as_ref().is_some_and(ExportFile::can_resume);
        if can_resume && is_pagination_error(&status) {
            // The cursors of a cycle are valid: a later run would write the same alerts again.
            let _ = self.save(&Checkpoint::start(self.checkpoint.export.clone()));
            can_resume = false;
        }
        Outcome { status, checkpoint: self.checkpoint, can_resume }
    }

    async fn export(&mut self, mut pages: Pages<Alert>, mut shutdown: Shutdown) -> Result<Status, Failure> {
        loop {
            // Signals are handled between two pages only.
            let page = tokio::select! {
                biased;
                () = &mut shutdown => return Ok(Status::Interrupted),
                page = pages.try_next() => page?,
            };
            let Some(page) = page else {
                self.checkpoint.finished = true;
                if let Some(file) = &self.file {
                    file.finish(&self.checkpoint)?;
                }
                return Ok(Status::Finished);
            };
            let mut next = self.write(page)?;
            next.next = pages.resume();
            if next.next.is_some() {
                self.save(&next)?;
            }
            self.checkpoint = next;
        }
    }

    fn save(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        self.file.as_ref().map_or(Ok(()), |file| file.save(checkpoint))
    }

    /// Writes a page, and returns the checkpoint after it.
    fn write(&mut self, page: Page<Alert>) -> Result<Checkpoint, Failure> {
        let mut next = self.checkpoint.clone();
        let export = &next.export;
        let mut lines =
            if next.bytes == 0 { export.format.header(export.include_secrets)? } else { Vec::new() };
        let items = next.alerts + next.malformed;
        for malformed in &page.malformed {
            let number = items + (malformed.index() - page.skipped) as u64 + 1;
            let path = malformed.path();
            self.progress
                .log(&format!("warning: item {number} of the list is malformed: cannot decode `{path}`"));
        }
        next.alerts += page.items.len() as u64;
        next.malformed += page.malformed.len() as u64;
        lines.extend(export.format.lines(page.items, self.repository, export.include_secrets)?);
        match &mut self.file {
            Some(file) => file.write(next.bytes, &lines)?,
            None => io::stdout().write_all(&lines).and_then(|()| io::stdout().flush())?,
        }
        next.bytes += lines.len() as u64;
        self.progress.set(next.alerts + next.malformed);
        Ok(next)
    }
}

/// Returns whether the links between the pages were invalid or a cycle.
fn is_pagination_error(status: &Status) -> bool {
    let Status::Failed(failure) = status else {
        return false;
    };
    failure.downcast_ref().map(Error::kind) == Some(ErrorKind::Pagination)
}
