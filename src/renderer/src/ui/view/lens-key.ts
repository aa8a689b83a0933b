/** The lens that the frame of a view shows in its inspector: the app gives it, as features stand above what they share. */
import type { Component, InjectionKey } from 'vue'

export const LENS: InjectionKey<Component> = Symbol('lens')
