//! The server under test.

use std::{fs, future::IntoFuture, io, net::SocketAddr, path::Path, time::Duration};

use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle, time::timeout};

use crate::site::{State, site};

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    pub(crate) async fn start(state: State) -> Self {
        let files = Path::new(env!("CARGO_TARGET_TMPDIR")).join("odd_requests");
        fs::create_dir_all(files.join("folder")).unwrap();
        fs::write(files.join("file.txt"), "some text\n".repeat(100)).unwrap();
        fs::write(files.join("folder/other.txt"), "other text").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let serve =
            concentric::serve(listener, site(state, files, true)).with_graceful_shutdown(async {
                let _ = stopped.await;
            });
        Self {
            address,
            stop,
            task: tokio::spawn(serve.into_future()),
        }
    }

    /// Stops the server. All clients have closed their connections, so nothing may hold it.
    pub(crate) async fn stop(self) {
        self.stop.send(()).unwrap();
        timeout(Duration::from_secs(5), self.task)
            .await
            .unwrap()
            .unwrap()
            .unwrap();
    }
}
