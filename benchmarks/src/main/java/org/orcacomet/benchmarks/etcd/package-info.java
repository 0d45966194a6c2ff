/** etcd, and as much of gRPC over HTTP/2 as it takes to call it. */
package org.orcacomet.benchmarks.etcd;
