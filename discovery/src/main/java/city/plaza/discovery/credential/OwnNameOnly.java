package city.plaza.discovery.credential;

import java.util.stream.Stream;

import com.netflix.appinfo.InstanceInfo;
import jakarta.ws.rs.ForbiddenException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Guards the register itself, behind the parsing of a request. The name in the path is
 * not all that leads residents to an instance: clients look for its virtual addresses,
 * which stand in the body.
 */
record OwnNameOnly(Class<?> register) implements BeanPostProcessor, MethodInterceptor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!this.register.isInstance(bean)) {
			return bean;
		}
		ProxyFactory proxy = new ProxyFactory(this.register, this);
		proxy.setTarget(bean);
		return proxy.getProxy();
	}

	@Override
	public @Nullable Object invoke(MethodInvocation call) throws Throwable {
		if (call.getMethod().getName().equals("register") && call.getArguments()[0] instanceof InstanceInfo instance) {
			check(instance);
		}
		return call.proceed();
	}

	private static void check(InstanceInfo instance) {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		boolean own = caller != null
				&& Stream.of(instance.getAppName(), instance.getVIPAddress(), instance.getSecureVipAddress())
					.allMatch((name) -> name == null || caller.getName().equalsIgnoreCase(name));
		if (!own) {
			throw new ForbiddenException("A service registers under its own name only");
		}
	}

}
