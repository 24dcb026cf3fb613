/// The words in which an API describes itself: documents, operations, schemas.
///
/// They stand under one name because the web framework and Foundation have a `Response` and an `Operation` of their own.
package enum API {}
