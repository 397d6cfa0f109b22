/** Record elements of XML documents, cut out with their exact bytes. */
@org.jspecify.annotations.NullMarked
package io.hourshare.normalize.decode.xml;
