// Elements that make up a page: document, landmarks, headings, lists, figures.

/// `<html>`: the whole page; give it a language.
@inlinable package func html<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<html", "</html>", attributes, content())
}

/// `<head>`: what the page says about itself.
@inlinable package func head<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<head", "</head>", attributes, content())
}

/// `<title>` of the page. Not named `title`, because so many values have one; in SVG it is ``svgTitle(_:content:)``.
@inlinable package func pageTitle<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<title", "</title>", attributes, content())
}

/// `<body>`. Not named `body`, because that is what a ``Component`` shows.
@inlinable package func pageBody<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<body", "</body>", attributes, content())
}

/// `<header>`: banner of the page or of a section.
@inlinable package func header<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<header", "</header>", attributes, content())
}

/// `<footer>`.
@inlinable package func footer<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<footer", "</footer>", attributes, content())
}

/// `<main>`: once on a page.
@inlinable package func main<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<main", "</main>", attributes, content())
}

/// `<nav>`: name it with `aria-label` when there is more than one.
@inlinable package func nav<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<nav", "</nav>", attributes, content())
}

/// `<search>`: landmark around a search form.
@inlinable package func search<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<search", "</search>", attributes, content())
}

/// `<section>`.
@inlinable package func section<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<section", "</section>", attributes, content())
}

/// `<article>`.
@inlinable package func article<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<article", "</article>", attributes, content())
}

/// `<aside>`.
@inlinable package func aside<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<aside", "</aside>", attributes, content())
}

/// `<address>`: how to reach the people behind the page.
@inlinable package func address<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<address", "</address>", attributes, content())
}

/// `<hgroup>`: a heading with its subtitle.
@inlinable package func hgroup<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<hgroup", "</hgroup>", attributes, content())
}

/// `<h1>`: once on a page.
@inlinable package func h1<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<h1", "</h1>", attributes, content())
}

/// `<h2>`.
@inlinable package func h2<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<h2", "</h2>", attributes, content())
}

/// `<h3>`.
@inlinable package func h3<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<h3", "</h3>", attributes, content())
}

/// `<h4>`.
@inlinable package func h4<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<h4", "</h4>", attributes, content())
}

/// `<h5>`.
@inlinable package func h5<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<h5", "</h5>", attributes, content())
}

/// `<h6>`.
@inlinable package func h6<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<h6", "</h6>", attributes, content())
}

/// `<div>`.
@inlinable package func div<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<div", "</div>", attributes, content())
}

/// `<figure>`.
@inlinable package func figure<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<figure", "</figure>", attributes, content())
}

/// `<figcaption>`.
@inlinable package func figcaption<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<figcaption", "</figcaption>", attributes, content())
}

/// `<details>`: opens and closes without script.
@inlinable package func details<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<details", "</details>", attributes, content())
}

/// `<summary>` of a `details`.
@inlinable package func summary<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<summary", "</summary>", attributes, content())
}

/// `<dialog>`.
@inlinable package func dialog<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<dialog", "</dialog>", attributes, content())
}

/// `<template>`: for script to copy.
@inlinable package func template<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<template", "</template>", attributes, content())
}

/// `<noscript>`.
@inlinable package func noscript<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<noscript", "</noscript>", attributes, content())
}

/// `<ul>`.
@inlinable package func ul<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<ul", "</ul>", attributes, content())
}

/// `<ol>`.
@inlinable package func ol<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<ol", "</ol>", attributes, content())
}

/// `<li>`.
@inlinable package func li<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<li", "</li>", attributes, content())
}

/// `<menu>`: a list of commands.
@inlinable package func menu<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<menu", "</menu>", attributes, content())
}

/// `<dl>`: names and values.
@inlinable package func dl<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<dl", "</dl>", attributes, content())
}

/// `<dt>`.
@inlinable package func dt<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<dt", "</dt>", attributes, content())
}

/// `<dd>`.
@inlinable package func dd<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<dd", "</dd>", attributes, content())
}

/// `<picture>`.
@inlinable package func picture<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<picture", "</picture>", attributes, content())
}

/// `<video>`.
@inlinable package func video<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<video", "</video>", attributes, content())
}

/// `<audio>`.
@inlinable package func audio<Content: HTML>(_ attributes: Attributes = .none, @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("<audio", "</audio>", attributes, content())
}

/// `<hr>`: a change of subject.
@inlinable package func hr(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<hr", ">", attributes) }

/// `<img>`: always with `alt`, empty for decoration.
@inlinable package func img(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<img", ">", attributes) }

/// `<source>` of a picture, video or sound.
@inlinable package func source(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<source", ">", attributes) }

/// `<track>`: captions.
@inlinable package func track(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<track", ">", attributes) }

/// `<meta>`.
@inlinable package func meta(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<meta", ">", attributes) }

/// `<link>`.
@inlinable package func link(_ attributes: Attributes = .none) -> LeafElement { LeafElement("<link", ">", attributes) }

/// `<script>` that loads a file of our own. There is no form with script inside it.
@inlinable package func script(_ attributes: Attributes) -> LeafElement { LeafElement("<script", "></script>", attributes) }
