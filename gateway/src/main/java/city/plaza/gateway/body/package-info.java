/** How bodies are taken from clients: bounded in size, time and memory. */
@NullMarked
package city.plaza.gateway.body;

import org.jspecify.annotations.NullMarked;
