/** Records of JSON: somewhere within a document, or one a line. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode.json;
