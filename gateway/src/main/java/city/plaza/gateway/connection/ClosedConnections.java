package city.plaza.gateway.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what was closed or refused, by reason; a line in the log for each would be what
 * an attacker wants.
 */
class ClosedConnections {

	private static final Logger log = LoggerFactory.getLogger(ClosedConnections.class);

	private final MeterRegistry metrics;

	ClosedConnections(MeterRegistry metrics) {
		this.metrics = metrics;
	}

	void close(Channel channel, String reason) {
		channel.close().addListener((end) -> count(reason));
	}

	void count(String reason) {
		log.debug("Connection closed: {}", reason);
		this.metrics.counter("plaza.gateway.connections.closed", "reason", reason).increment();
	}

}
