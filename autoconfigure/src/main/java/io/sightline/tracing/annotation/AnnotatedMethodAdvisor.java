/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.sightline.tracing.annotation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.aspectj.lang.ProceedingJoinPoint;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Pointcut;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.aspectj.MethodInvocationProceedingJoinPoint;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/**
 * Applies what an aspect does to methods with an annotation, and to all methods of
 * classes that have it. Looking for an annotation costs much less at start-up than to
 * match the aspect's pointcuts with each method of each bean.
 *
 * @param <A> the annotation
 */
public final class AnnotatedMethodAdvisor<A extends Annotation> extends AbstractPointcutAdvisor {

	private final Class<A> annotation;

	private final transient Around<A> method;

	private final transient @Nullable Around<A> type;

	/**
	 * Creates an advisor.
	 * @param annotation the annotation
	 * @param method what is done around a method that has the annotation
	 * @param type what is done around other methods of a class that has it, if anything
	 */
	public AnnotatedMethodAdvisor(Class<A> annotation, Around<A> method, @Nullable Around<A> type) {
		this.annotation = annotation;
		this.method = method;
		this.type = type;
	}

	@Override
	public Pointcut getPointcut() {
		return new StaticMethodMatcherPointcut() {

			@Override
			public boolean matches(Method candidate, Class<?> targetClass) {
				return around(specific(candidate, targetClass)) != null;
			}

		};
	}

	@Override
	public Advice getAdvice() {
		return (MethodInterceptor) this::invoke;
	}

	private @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object target = invocation.getThis();
		Method called = invocation.getMethod();
		Method specific = (target != null) ? specific(called, target.getClass()) : called;
		Around<A> around = around(specific);
		return (around != null && invocation instanceof ProxyMethodInvocation proxied)
				? around.call(new MethodInvocationProceedingJoinPoint(proxied), specific.getAnnotation(this.annotation))
				: invocation.proceed();
	}

	/**
	 * The method that has the annotations. One of a JDK proxy, such as of a client or a
	 * repository that is just an interface, has none itself.
	 */
	private static Method specific(Method called, Class<?> targetClass) {
		Method specific = AopUtils.getMostSpecificMethod(called, targetClass);
		return Proxy.isProxyClass(specific.getDeclaringClass()) ? called : specific;
	}

	private @Nullable Around<A> around(Method specific) {
		if (specific.isAnnotationPresent(this.annotation)) {
			return this.method;
		}
		return specific.getDeclaringClass().isAnnotationPresent(this.annotation) ? this.type : null;
	}

	/**
	 * What is done around a call.
	 *
	 * @param <A> the annotation
	 */
	@FunctionalInterface
	public interface Around<A extends Annotation> {

		/**
		 * Makes the call.
		 * @param joinPoint the call
		 * @param annotation the annotation of the method, if it has one
		 * @return what the method returns
		 * @throws Throwable what the method throws
		 */
		@Nullable Object call(ProceedingJoinPoint joinPoint, @Nullable A annotation) throws Throwable;

	}

}
