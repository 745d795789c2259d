package city.plaza.platform.openapi;

import java.util.List;

import city.plaza.platform.security.AccessRules;
import city.plaza.platform.security.ApiAccess;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Operations under {@code /<class>/<method>}, as a service maps its own. */
final class Mapped {

	private Mapped() {
	}

	static OperationAccess access(AccessRules rules, List<HandlerMethod> handlers) {
		RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
		for (HandlerMethod handler : handlers) {
			String path = "/" + handler.getBeanType().getSimpleName() + "/" + handler.getMethod().getName();
			mapping.registerMapping(RequestMappingInfo.paths(path).methods(RequestMethod.GET).build(),
					handler.getBean(), handler.getMethod());
		}
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("mapping", mapping);
		return new OperationAccess(ApiAccess.of(List.of(rules)),
				beans.getBeanProvider(RequestMappingHandlerMapping.class));
	}

}
