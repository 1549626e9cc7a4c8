//! An `HttpError` as the error of a program or of a function with another error type.

use std::{error::Error, io};

use concentric::HttpError;

fn fail() -> Result<(), HttpError> {
    Err(io::Error::other("the disk is full"))?
}

fn boxed() -> Result<(), Box<dyn Error>> {
    Ok(fail()?)
}

fn boxed_send() -> Result<(), Box<dyn Error + Send>> {
    Ok(fail()?)
}

fn boxed_send_sync() -> Result<(), Box<dyn Error + Send + Sync>> {
    Ok(fail()?)
}

fn anyhow() -> anyhow::Result<()> {
    fail()?;
    Ok(())
}

fn is_the_error(error: &(dyn Error + 'static)) {
    assert_eq!(error.to_string(), "500: Internal Server Error");
    assert!(error.source().unwrap().is::<io::Error>());
    assert!(
        format!("{error:?}").contains("the disk is full"),
        "{error:?}"
    );
}

#[test]
fn an_http_error_converts_into_boxed_errors_and_anyhow() {
    is_the_error(&*boxed().unwrap_err());
    is_the_error(&*boxed_send().unwrap_err());
    is_the_error(&*boxed_send_sync().unwrap_err());
    is_the_error(anyhow().unwrap_err().as_ref());
}

#[test]
fn an_http_error_can_be_the_source_of_another() {
    let error = HttpError::service_unavailable("later").with_source(fail().unwrap_err());
    assert!(error.source_as::<io::Error>().is_some());
}

#[test]
fn a_boxed_http_error_keeps_its_status() {
    let boxed: Box<dyn Error + Send + Sync> = HttpError::unauthorized("who are you?").into();
    let error = HttpError::internal(boxed);
    assert_eq!(error.to_string(), "401: who are you?");
}
