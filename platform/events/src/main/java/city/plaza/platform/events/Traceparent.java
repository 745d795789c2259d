package city.plaza.platform.events;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.ReceiverContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The W3C trace that a chain belongs to: of the event being handled, or of the request
 * that came in. Nothing is needed beyond the header itself, so a trace stays whole also
 * where no tracing library runs.
 *
 * @param value as the header has it; null without tracing
 */
public record Traceparent(@Nullable String value) {

	public static final String HEADER = "traceparent";

	public static Mono<Traceparent> current() {
		return Mono.deferContextual((context) -> Mono.just(new Traceparent(find(context))));
	}

	public Context writeTo(Context context) {
		return (this.value != null) ? context.put(Traceparent.class, this) : context;
	}

	private static @Nullable String find(ContextView context) {
		if (context.hasKey(Traceparent.class)) {
			return context.<Traceparent>get(Traceparent.class).value();
		}
		ObservationView observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		while (observation != null) {
			Observation.ContextView view = observation.getContextView();
			String found = (view instanceof ReceiverContext<?> received) ? header(received) : null;
			if (found != null) {
				return found;
			}
			observation = view.getParentObservation();
		}
		return null;
	}

	private static <C> @Nullable String header(ReceiverContext<C> received) {
		C carrier = received.getCarrier();
		return (carrier != null) ? received.getGetter().get(carrier, HEADER) : null;
	}

}
