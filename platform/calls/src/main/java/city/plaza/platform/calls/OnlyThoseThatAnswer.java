package city.plaza.platform.calls;

import java.util.List;

import reactor.core.publisher.Flux;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;

/** The registry's instances but for those that failed a moment ago. */
final class OnlyThoseThatAnswer extends DelegatingServiceInstanceListSupplier {

	private final Instances instances;

	OnlyThoseThatAnswer(ServiceInstanceListSupplier registry, Instances instances) {
		super(registry);
		this.instances = instances;
	}

	@Override
	public Flux<List<ServiceInstance>> get() {
		return getDelegate().get().map((all) -> this.instances.worthTrying(getServiceId(), all));
	}

}
