/**
 * Everything that a suite consists of, declared once: services, ports, databases,
 * accounts and topics. The launcher starts it from here; tests hold the files that
 * declare it for containers and for production against it.
 */
@NullMarked
package city.plaza.local.topology;

import org.jspecify.annotations.NullMarked;
