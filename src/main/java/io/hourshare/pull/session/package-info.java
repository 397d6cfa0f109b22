/** What every way of fetching shares: the running pull, its parameters, why it failed. */
@org.jspecify.annotations.NullMarked
package io.hourshare.pull.session;
