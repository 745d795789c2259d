package city.plaza.platform.calls;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestData;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;

/** The registry's instances but for those on trial, which get a call at a time. */
final class OnlyThoseThatAnswer extends DelegatingServiceInstanceListSupplier {

	private final Instances instances;

	OnlyThoseThatAnswer(ServiceInstanceListSupplier registry, Instances instances) {
		super(registry);
		this.instances = instances;
	}

	@Override
	public Flux<List<ServiceInstance>> get() {
		return worthTrying(false);
	}

	@Override
	@SuppressWarnings("rawtypes") // as it is declared
	public Flux<List<ServiceInstance>> get(Request request) {
		return worthTrying(
				request.getContext() instanceof RequestDataContext context && isQuestion(context.getClientRequest()));
	}

	private static boolean isQuestion(@Nullable RequestData call) {
		return call != null && call.getAttributes().get(Watching.WATCH) instanceof InstanceWatch watch
				&& watch.isQuestion();
	}

	private Flux<List<ServiceInstance>> worthTrying(boolean isQuestion) {
		return getDelegate().get().map((all) -> this.instances.worthTrying(getServiceId(), all, isQuestion));
	}

}
