/** Asking over HTTP: paged JSON, SOAP, one question per enterprise. */
@org.jspecify.annotations.NullMarked
package io.hourshare.pull.http;
