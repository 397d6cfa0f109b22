/** Cases kept over the journal: what a ledger's file declares is all that its cases can be, do and wait for. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "contract", "store", "access"})
@org.jspecify.annotations.NullMarked
package io.hourshare.ledger;
