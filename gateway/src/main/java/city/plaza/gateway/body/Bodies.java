package city.plaza.gateway.body;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The two ways to take a body. */
@Component
public class Bodies {

	private final BodySettings settings;

	private final HeldBytes held;

	Bodies(BodySettings settings) {
		this.settings = settings;
		this.held = new HeldBytes(settings.held());
	}

	/** Read whole, in time, before anything behind the gateway is asked. */
	public GatewayFilter small(DataSize limit) {
		return new SmallBody(limit, this.settings.deadline(), this.held);
	}

	/** Led on as it comes; the connection's own deadlines see that it does come. */
	public GatewayFilter file(DataSize limit) {
		return new BodyLimit(limit);
	}

}
